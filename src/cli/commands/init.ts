import type { Command } from "commander";
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { audit } from "../../audit/index.js";
import { draftDataMap } from "../../data-map/index.js";
import type { Inventory } from "../../model/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withInitFlags, type InitFlags } from "../flags.js";
import { examples } from "../help.js";
import { askForDraft } from "../init-questions.js";
import type { Session } from "../session.js";
import { writeWhole } from "../write-file.js";
import { workOptions } from "../work-options.js";

/** `opis init`: drafts a map in which everything found is declared and every decision is a question. */
export function addInitCommand(program: Command, acting: Acting): void {
  withInitFlags(
    program
      .command("init")
      .description("Drafts a data map that declares every field found and leaves every decision as a question.")
      .argument("[paths...]", "files and folders to draft from; default: the folder the map is written to"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis init", "write opis.yaml here; on a terminal, ask the few questions that matter"],
        ["opis init --yes", "ask nothing"],
        ["opis init --lang ru --country RU", "questions in Russian"],
        ["opis init -o -", "look at the draft first"],
      ]),
    )
    .action(acting(initCommand));
}

async function initCommand(paths: readonly string[], flags: InitFlags, session: Session): Promise<ExitCode> {
  const { io, words } = session;
  const toStdout = flags.output === "-";
  const target = resolve(io.cwd, toStdout ? "opis.yaml" : flags.output);
  if (!toStdout && !flags.force && (await exists(target))) {
    throw new UsageError(words.say("error.exists", { file: flags.output }), words.say("error.exists-hint"));
  }
  // Selectors with a path are relative to the folder of the map.
  const root = dirname(target);
  const run = await session.withProgress(flags, (progress) =>
    audit({
      paths: paths.length > 0 ? paths : [root],
      map: null,
      root,
      ...workOptions(flags, io),
      progress,
    }),
  );
  // What goes to standard output must be the map and nothing else.
  const asking = io.prompts && !flags.yes && !toStdout;
  const answers = asking ? await askForDraft(io.prompts, run, flags, session) : {};
  if (answers === null) return exitCodes.interrupted;
  const text = draftDataMap(run.inventory, run.catalog, {
    language: words.language,
    minConfidence: flags.minConfidence,
    ...(flags.name !== undefined && { name: flags.name }),
    ...(flags.country !== undefined && { country: flags.country }),
    ...answers,
  });
  if (toStdout) {
    io.stdout.write(text);
    return exitCodes.clean;
  }
  await writeWhole(io.cwd, flags.output, text, words);
  sayWhatNext(flags, session, declared(run.inventory, flags));
  return exitCodes.clean;
}

function sayWhatNext(flags: InitFlags, session: Session, count: number): void {
  const { words } = session;
  const named = flags.output === "opis.yaml" ? "" : ` --map ${flags.output}`;
  const lines = [
    words.say("init.wrote", { file: flags.output, n: count }),
    ...(count === 0 ? [words.say("init.nothing")] : [words.say("init.questions"), words.say("init.merge")]),
    words.say("init.next", { file: flags.output, command: `opis audit${named}` }),
  ];
  session.notice(lines.join("\n"), flags);
}

function declared({ fields }: Inventory, { minConfidence }: InitFlags): number {
  const levels = ["low", "medium", "high"];
  const least = levels.indexOf(minConfidence);
  return fields.filter(
    ({ dataType, confidence }) => dataType !== "person_reference" && levels.indexOf(confidence) >= least,
  ).length;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
