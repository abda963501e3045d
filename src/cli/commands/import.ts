import { Argument, type Command } from "commander";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { LineCounter, parseAllDocuments } from "yaml";
import { loadCatalog } from "../../catalog/index.js";
import { importFides } from "../../data-map/index.js";
import { escapeTerminalLines } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withImportFlags, type ImportFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";
import type { CliSpeaker } from "../words/index.js";
import { writeNew } from "../write-file.js";

const FORMATS = ["fides"] as const;

/** `opis import fides FILE...`: a data map from what another tool was told already. */
export function addImportCommand(program: Command, acting: Acting): void {
  withImportFlags(
    program
      .command("import")
      .description(
        "Drafts a data map from a manifest of another tool: datasets, systems and privacy declarations of Fides.\nLists what cannot be carried over.",
      )
      .addArgument(new Argument("<format>", "whose manifest it is").choices(FORMATS))
      .argument("<files...>", "its YAML files"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis import fides .fides/*.yml", "write opis.yaml"],
        ["opis import fides .fides/*.yml -o -", "look at it first"],
      ]),
    )
    .action((_format: string, files: string[], flags: ImportFlags) => acting(importCommand)(files, flags));
}

async function importCommand(files: readonly string[], flags: ImportFlags, session: Session): Promise<ExitCode> {
  const { io, words } = session;
  const documents = (await Promise.all(files.map((file) => documentsOf(io.cwd, file, words)))).flat();
  const { text, fields, left } = importFides(documents, await loadCatalog(), { language: words.language });
  if (flags.output === "-") io.stdout.write(text);
  else {
    await writeNew(io.cwd, flags.output, text, { force: flags.force, words });
    session.notice(words.say("import.wrote", { file: flags.output, n: fields }), flags);
  }
  if (left.length > 0) {
    const lines = left.map(({ what, keys }) => `  ${what}${keys.length > 0 ? `: ${keys.join(", ")}` : ""}`);
    session.notice(escapeTerminalLines([words.say("import.left"), ...lines].join("\n")), flags);
  }
  return exitCodes.clean;
}

/** Documents nest and refer to themselves no deeper than manifests do. */
const MOST_ALIASES = 100;

async function documentsOf(cwd: string, file: string, words: CliSpeaker): Promise<ReadonlyMap<unknown, unknown>[]> {
  const wrong = (detail: string) => new UsageError(words.say("import.unreadable", { file, detail }));
  const text = await readFile(resolve(cwd, file), "utf8").catch((cause: unknown) => {
    throw wrong(cause instanceof Error ? cause.message : String(cause));
  });
  const parsed = parseAllDocuments(text, { lineCounter: new LineCounter(), schema: "core", logLevel: "silent" });
  const documents = Array.isArray(parsed) ? parsed : [];
  return documents.flatMap((document) => {
    const [fault] = document.errors;
    if (fault) throw wrong(fault.message.split("\n")[0]!);
    const value = valueOf(() => document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES }) as unknown, wrong);
    return value instanceof Map ? [value] : [];
  });
}

function valueOf(read: () => unknown, wrong: (detail: string) => UsageError): unknown {
  try {
    return read();
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause));
  }
}
