import type { Command } from "commander";
import { readShard, type Shard } from "../../audit/index.js";
import { formats } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { auditAndReport, auditOptions } from "../auditing.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withAuditFlags, type AuditFlags } from "../flags.js";
import { examples } from "../help.js";
import { parseOutputs } from "../outputs.js";
import type { Session } from "../session.js";
import { writeWhole } from "../write-file.js";

/** `opis [audit] [paths...]`: the code held against its data map. */
export function addAuditCommand(program: Command, acting: Acting): void {
  withAuditFlags(
    program
      .command("audit", { isDefault: true })
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
        ["opis --shard 2/4 -f json=facts-2.json", "read the second of four parts, for opis merge"],
        ["opis --lang ru --regime 152-fz", "in Russian, by 152-FZ alone"],
      ]),
    )
    .action(acting(auditCommand));
}

async function auditCommand(paths: readonly string[], flags: AuditFlags, session: Session): Promise<ExitCode> {
  return flags.shard ? writeShard(flags.shard, paths, flags, session) : auditAndReport({ paths }, flags, session);
}

/** Reads this machine's part; the report is for the one that joins the parts to make. */
async function writeShard(
  shard: Shard,
  paths: readonly string[],
  flags: AuditFlags,
  session: Session,
): Promise<ExitCode> {
  const { io, words } = session;
  const outputs =
    flags.format.length > 0 ? parseOutputs(flags.format, words) : [{ format: "json", to: "stdout" } as const];
  const [output, ...others] = outputs;
  if (!output || output.format !== "json" || others.length > 0)
    throw new UsageError(words.say("shard.format"), words.say("shard.format-hint"));
  const facts = await session.withProgress(flags, (progress) =>
    readShard(shard, { ...auditOptions({ paths }, flags, session), progress }),
  );
  const text = `${JSON.stringify(facts)}\n`;
  if (typeof output.to === "string") io[output.to].write(text);
  else {
    await writeWhole(io.cwd, output.to.file, text, words);
    session.notice(words.say("wrote", { file: output.to.file }), flags);
  }
  return exitCodes.clean;
}
