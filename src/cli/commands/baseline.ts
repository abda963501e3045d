import type { Command } from "commander";
import { resolve, sep } from "node:path";
import { acceptFindings, audit, pruneBaseline, type AuditRun } from "../../audit/index.js";
import { formatBaseline, readBaseline } from "../../baseline/index.js";
import { escapeTerminalLines } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withBaselineFlags, type BaselineFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";
import { writeWhole } from "../write-file.js";

/** `opis baseline`: accepts what is found today, so that `opis audit --baseline` fails on what comes on top of it. */
export function addBaselineCommand(program: Command, acting: Acting): void {
  withBaselineFlags(
    program
      .command("baseline")
      .description("Remembers today's findings in a file, for `opis audit --baseline FILE` to leave out.")
      .argument("[paths...]", "files and folders to audit; default: the folder of the data map"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis baseline", "write opis-baseline.json"],
        ["opis audit --baseline opis-baseline.json", "report what is not in it"],
        ["opis baseline --prune", "take out what has been mended"],
      ]),
    )
    .action(acting(baselineCommand));
}

async function baselineCommand(paths: readonly string[], flags: BaselineFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const file = resolve(io.cwd, flags.output);
  // A baseline that cannot be used is told of before the work is done.
  const before = flags.prune ? await readBaseline(file, flags.output) : null;
  const run = await session.withProgress(flags, (progress) =>
    audit({
      ...workOptions(flags, io),
      paths,
      minConfidence: flags.minConfidence,
      ...(flags.map && { map: flags.map }),
      ...(flags.regime && { regimes: flags.regime }),
      progress,
    }),
  );
  session.speak(flags.lang ?? run.model?.map.audit.language ?? "en");
  const { words } = session;
  if (!run.model) {
    throw new UsageError(
      words.say("error.no-map", { folder: resolve(io.cwd, paths[0] ?? ".") }),
      words.say("error.no-map-hint"),
    );
  }
  if (!before) {
    const baseline = await acceptFindings(run);
    await writeWhole(io.cwd, flags.output, formatBaseline(baseline), words);
    session.notice(words.say("baseline.wrote", { file: flags.output, n: baseline.findings.length }), flags);
    return exitCodes.clean;
  }
  const { baseline, removed } = await pruneBaseline(run, before, within(run, paths, io.cwd));
  if (removed.length === 0) {
    session.notice(words.say("baseline.nothing", { file: flags.output }), flags);
  } else {
    await writeWhole(io.cwd, flags.output, formatBaseline(baseline), words);
    const lines = removed.map(({ rule, subject }) => `  ${rule}  ${subject}`);
    session.notice(
      escapeTerminalLines(
        [words.say("baseline.pruned", { file: flags.output, n: removed.length }), ...lines].join("\n"),
      ),
      flags,
    );
  }
  return exitCodes.clean;
}

/** Whether a file is among those that the run has looked at. */
function within({ root }: AuditRun, paths: readonly string[], cwd: string): (path: string) => boolean {
  const given = paths.length > 0 ? paths.map((path) => resolve(cwd, path)) : [root];
  return (path) => given.some((each) => path === each || path.startsWith(`${each}${sep}`));
}
