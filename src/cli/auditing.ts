import { resolve } from "node:path";
import { audit, type AuditOptions, type AuditRun } from "../audit/index.js";
import { knownCi } from "./ci.js";
import { auditExitCode, countGaps, exitCodes, type ExitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { AuditFlags } from "./flags.js";
import { parseOutputs } from "./outputs.js";
import { deliver } from "./report.js";
import type { Session } from "./session.js";
import { workOptions } from "./work-options.js";

/** Audits what is named, delivers the reports asked for and answers with the exit code. */
export async function auditAndReport(
  what: Pick<AuditOptions, "paths" | "shards">,
  flags: AuditFlags,
  session: Session,
): Promise<ExitCode> {
  const ci = flags.format.length === 0 ? knownCi(session.io.env) : null;
  const outputs = [...parseOutputs(flags.format, session.words), ...(ci ? [ci.output] : [])];
  const run = await session.withProgress(flags, (progress) =>
    audit({ ...auditOptions(what, flags, session), progress }),
  );
  const settings = run.model?.map.audit;
  const language = session.speak(flags.lang ?? settings?.language ?? "en");
  await deliver(run, outputs, session.io, { language, color: flags.color, quiet: flags.quiet });
  if (ci) session.notice(session.words.say(ci.notice), flags);
  const code = auditExitCode({
    findings: run.result.findings,
    failOn: flags.failOn ?? settings?.failOn ?? "error",
    skipped: run.result.scope.skipped,
    requireComplete: flags.requireComplete,
    judged: run.model !== null,
  });
  await explainCode(code, run, what.paths ?? [], session);
  return code;
}

/** What the flags ask of an audit. */
export function auditOptions(what: AuditOptions, flags: AuditFlags, { io }: Session): AuditOptions {
  return {
    ...what,
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
    ...(flags.regime && { regimes: flags.regime }),
    ...workOptions(flags, io),
    ...(flags.baseline !== undefined && { baseline: flags.baseline }),
    ...(flags.since !== undefined && { since: flags.since }),
  };
}

/** Exit codes that the report itself does not account for are put in words. */
async function explainCode(code: ExitCode, run: AuditRun, paths: readonly string[], session: Session): Promise<void> {
  const { words } = session;
  if (code === exitCodes.usage) {
    await session.complain(
      new UsageError(
        words.say("error.no-map", { folder: resolve(session.io.cwd, paths[0] ?? ".") }),
        words.say("error.no-map-hint"),
      ),
    );
  }
  if (code === exitCodes.incomplete) {
    await session.complain(new UsageError(words.say("error.incomplete", { n: countGaps(run.result.scope.skipped) })));
  }
}
