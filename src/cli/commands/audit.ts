import { audit, type AuditOptions, type AuditRun } from "../../audit/index.js";
import { auditExitCode, countGaps, exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import type { AuditFlags } from "../flags.js";
import { parseOutputs } from "../outputs.js";
import { deliver } from "../report.js";
import type { Session } from "../session.js";

/** `opis [audit] [paths...]`: the code held against its data map. */
export async function auditCommand(paths: readonly string[], flags: AuditFlags, session: Session): Promise<ExitCode> {
  const outputs = parseOutputs(flags.format, session.words);
  const run = await session.withProgress(flags, (progress) =>
    audit({ ...auditOptions(paths, flags, session), progress }),
  );
  const settings = run.model?.map.audit;
  const language = session.speak(flags.lang ?? settings?.language ?? "en");
  await deliver(run, outputs, session.io, { language, color: flags.color, quiet: flags.quiet });
  const code = auditExitCode({
    findings: run.result.findings,
    failOn: flags.failOn ?? settings?.failOn ?? "error",
    skipped: run.result.scope.skipped,
    requireComplete: flags.requireComplete,
    judged: run.model !== null,
  });
  explainCode(code, run, session);
  return code;
}

function auditOptions(paths: readonly string[], flags: AuditFlags, { io }: Session): AuditOptions {
  return {
    cwd: io.cwd,
    paths,
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
    ...(flags.regime && { regimes: flags.regime }),
    ...(flags.jobs && { jobs: flags.jobs }),
  };
}

/** Exit codes that the report itself does not account for are put in words. */
function explainCode(code: ExitCode, run: AuditRun, session: Session): void {
  const { words } = session;
  if (code === exitCodes.usage) {
    session.complain(new UsageError(words.say("error.no-map", { folder: run.root }), words.say("error.no-map-hint")));
  }
  if (code === exitCodes.incomplete) {
    session.complain(new UsageError(words.say("error.incomplete", { n: countGaps(run.result.scope.skipped) })));
  }
}
