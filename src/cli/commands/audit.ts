import type { Command } from "commander";
import { resolve } from "node:path";
import { audit, type AuditOptions, type AuditRun } from "../../audit/index.js";
import { formats } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { knownCi } from "../ci.js";
import { auditExitCode, countGaps, exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withAuditFlags, type AuditFlags } from "../flags.js";
import { examples } from "../help.js";
import { parseOutputs } from "../outputs.js";
import { deliver } from "../report.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";

/** `opis [audit] [paths...]`: the code held against its data map. */
export function addAuditCommand(program: Command, acting: Acting): void {
  withAuditFlags(
    program
      .command("audit", { isDefault: true })
      .summary("hold the code against its data map (what opis does without a command)")
      .description("Holds the code against its data map and reports whatever contradicts it.")
      .argument("[paths...]", "files and folders to audit; default: the folder of the data map"),
    Object.keys(formats),
  )
    .addHelpText(
      "after",
      examples([
        ["opis", "audit the code around the nearest opis.yaml"],
        ["opis src --fail-on warning", "audit src; exit 1 on warnings too"],
        ["opis -f terminal -f json=report.json", "read it here, keep it for machines"],
        ["opis --since origin/main", "only what this branch brings"],
        ["opis --baseline opis-baseline.json", "only what is not accepted yet"],
        ["opis --lang ru --regime 152-fz", "in Russian, by 152-FZ alone"],
      ]),
    )
    .action(acting(auditCommand));
}

async function auditCommand(paths: readonly string[], flags: AuditFlags, session: Session): Promise<ExitCode> {
  const ci = flags.format.length === 0 ? knownCi(session.io.env) : null;
  const outputs = [...parseOutputs(flags.format, session.words), ...(ci ? [ci.output] : [])];
  const run = await session.withProgress(flags, (progress) =>
    audit({ ...auditOptions(paths, flags, session), progress }),
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
  explainCode(code, run, paths, session);
  return code;
}

function auditOptions(paths: readonly string[], flags: AuditFlags, { io }: Session): AuditOptions {
  return {
    paths,
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
    ...(flags.regime && { regimes: flags.regime }),
    ...workOptions(flags, io),
    ...(flags.baseline !== undefined && { baseline: flags.baseline }),
    ...(flags.since !== undefined && { since: flags.since }),
  };
}

/** Exit codes that the report itself does not account for are put in words. */
function explainCode(code: ExitCode, run: AuditRun, paths: readonly string[], session: Session): void {
  const { words } = session;
  if (code === exitCodes.usage) {
    session.complain(
      new UsageError(
        words.say("error.no-map", { folder: resolve(session.io.cwd, paths[0] ?? ".") }),
        words.say("error.no-map-hint"),
      ),
    );
  }
  if (code === exitCodes.incomplete) {
    session.complain(new UsageError(words.say("error.incomplete", { n: countGaps(run.result.scope.skipped) })));
  }
}
