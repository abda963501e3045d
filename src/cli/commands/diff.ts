import type { Command } from "commander";
import { resolve } from "node:path";
import { audit, auditAt, type AuditOptions } from "../../audit/index.js";
import { loadCatalog } from "../../catalog/index.js";
import { compareProcessing, type NamedResult } from "../../diff/index.js";
import type { Catalog, Language, ProcessingChanges } from "../../model/index.js";
import { renderChanges, renderChangesJson, renderChangesMarkdown } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { coloursFor, widthOf } from "../colours.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { withDiffFlags, type DiffFlags } from "../flags.js";
import { examples } from "../help.js";
import { isFile, readResult } from "../saved-result.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";

/** `opis diff A [B]`: what changes in the processing of personal data, in words for those who answer for it. */
export function addDiffCommand(program: Command, acting: Acting): void {
  withDiffFlags(
    program
      .command("diff")
      .description(
        "Says what changes in the processing of personal data: data, purposes, recipients, countries,\nplaces where they are kept, terms. A state is a result that was saved, or a commit.",
      )
      .argument("<before>", "a result saved with -f json=FILE, or a branch, tag or commit")
      .argument("[after]", "the same; default: the work tree, and <before> where its history parted from it"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis diff origin/main", "what this branch changes"],
        ["opis diff v1.0.0 v2.0.0 --lang ru", "between two releases, in Russian"],
        ["opis diff last-year.json opis.json", "between two saved results"],
        ["opis diff origin/main -f markdown", "for a pull request"],
      ]),
    )
    .action((before: string, after: string | undefined, flags: DiffFlags) =>
      acting(diffCommand)([before, after], flags),
    );
}

async function diffCommand(
  [before, after]: readonly [string, string | undefined],
  flags: DiffFlags,
  session: Session,
): Promise<ExitCode> {
  const { io } = session;
  const options: AuditOptions = {
    ...workOptions(flags, io),
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
  };
  const { old, now } = await session.withProgress(flags, async (progress) => {
    const own = { ...options, progress };
    const old = await stateOf(before, own, { partedFrom: after === undefined, session });
    const now = after === undefined ? await present(own) : await stateOf(after, own, { partedFrom: false, session });
    return { old, now };
  });
  const catalog = now.catalog ?? old.catalog ?? (await loadCatalog());
  const language = session.speak(flags.lang ?? now.language ?? old.language ?? "en");
  const named = (state: State): NamedResult => ({
    name: state.name ?? session.words.say("diff.now"),
    result: state.result,
  });
  const changes = compareProcessing(named(old), named(now), catalog);
  io.stdout.write(render(changes, flags, { catalog, language, session }));
  return exitCodes.clean;
}

interface State {
  /** Null for the work tree, which is called by a word of the language. */
  readonly name: string | null;
  readonly result: NamedResult["result"];
  readonly catalog: Catalog | null;
  readonly language: Language | null;
}

async function stateOf(
  name: string,
  options: AuditOptions,
  { partedFrom, session }: { readonly partedFrom: boolean; readonly session: Session },
): Promise<State> {
  const path = resolve(session.io.cwd, name);
  if (await isFile(path)) {
    return { name, result: await readResult(path, name, session.words), catalog: null, language: null };
  }
  const run = await auditAt(name, options, { partedFrom });
  return { name, result: run.result, catalog: run.catalog, language: run.model?.map.audit.language ?? null };
}

async function present(options: AuditOptions): Promise<State> {
  const run = await audit(options);
  return { name: null, result: run.result, catalog: run.catalog, language: run.model?.map.audit.language ?? null };
}

function render(
  changes: ProcessingChanges,
  { format, color }: DiffFlags,
  { catalog, language, session: { io } }: { catalog: Catalog; language: Language; session: Session },
): string {
  switch (format) {
    case "json":
      return renderChangesJson(changes);
    case "markdown":
      return renderChangesMarkdown(changes, { catalog, language });
    case "terminal":
      return renderChanges(changes, {
        catalog,
        language,
        colour: coloursFor(io.stdout, io.env, color),
        width: widthOf(io.stdout),
      });
  }
}
