import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { ShardFacts } from "../../audit/index.js";
import { formats } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { auditAndReport } from "../auditing.js";
import type { ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withAuditFlags, type AuditFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";

/** `opis merge FILE...`: the audit of a code base that several machines have read in parts. */
export function addMergeCommand(program: Command, acting: Acting): void {
  withAuditFlags(
    program
      .command("merge")
      .description(
        "Joins the parts that `opis audit --shard` read on several machines, and reports as one audit would.\nRun it in the same checkout: findings quote the code.",
      )
      .argument("<files...>", "the file of every part"),
    Object.keys(formats),
  )
    .addHelpText(
      "after",
      examples([
        ["opis audit --shard 1/2 -f json=facts-1.json", "on one machine"],
        ["opis audit --shard 2/2 -f json=facts-2.json", "on another"],
        ["opis merge facts-1.json facts-2.json", "the report, as of one run"],
      ]),
    )
    .action(acting(mergeCommand));
}

async function mergeCommand(files: readonly string[], flags: AuditFlags, session: Session): Promise<ExitCode> {
  const shards = await Promise.all(files.map((file) => readShardFile(file, session)));
  return auditAndReport({ shards, paths: shards[0]!.paths }, flags, session);
}

async function readShardFile(file: string, { io, words }: Session): Promise<ShardFacts> {
  const refuse = (detail: string): UsageError =>
    new UsageError(words.say("shard.file", { file, detail }), words.say("shard.file-hint"));
  const text = await readFile(resolve(io.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code ?? error.message);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  if (!isShardFacts(value)) throw refuse(words.say("shard.no-part"));
  return value;
}

function isShardFacts(value: unknown): value is ShardFacts {
  const { kind, version, shard, entries, paths } = Object(value) as Partial<ShardFacts>;
  return (
    kind === "opis-facts" &&
    version === 1 &&
    Number.isInteger(shard?.index) &&
    Number.isInteger(shard?.of) &&
    Array.isArray(entries) &&
    Array.isArray(paths)
  );
}
