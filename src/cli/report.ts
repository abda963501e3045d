import type { AuditRun } from "../audit/index.js";
import type { AuditResult, Catalog, Language } from "../model/index.js";
import { formats, speaker, type FormatName, type ReportContext } from "../report/index.js";
import { coloursFor, noColours, widthOf } from "./colours.js";
import type { Io, Output } from "./io.js";
import type { OutputRequest } from "./outputs.js";
import { pathInRepository } from "./repository.js";
import { cliSpeaker } from "./words/index.js";
import { appendTo, writeWhole } from "./write-file.js";

export interface ReportOptions {
  readonly language: Language;
  readonly color: boolean;
  readonly quiet: boolean;
}

export interface ContextOptions {
  readonly language: Language;
  /** The stream it is shown on; a file is given plain text of the default width. */
  readonly stream: Output | null;
  readonly color: boolean;
  readonly texts?: ReadonlyMap<string, string>;
  readonly repositoryPath?: string;
}

/** What renderers need for one stream or file. */
export function contextFor(catalog: Catalog, { env }: Pick<Io, "env">, options: ContextOptions): ReportContext {
  const { language, stream, color, texts = new Map(), repositoryPath = "" } = options;
  return {
    catalog,
    words: speaker(language),
    colour: stream ? coloursFor(stream, env, color) : noColours,
    width: widthOf(stream ?? {}),
    texts,
    repositoryPath,
  };
}

/** Renders and delivers every report asked for. Says on standard error which files it wrote. */
export async function deliver(
  run: AuditRun,
  outputs: readonly OutputRequest[],
  io: Io,
  options: ReportOptions,
): Promise<void> {
  const words = cliSpeaker(options.language);
  const quotes = outputs.some(({ format }) => formats[format].quotes);
  const texts = quotes ? await quotedTexts(run) : new Map<string, string>();
  const repositoryPath = await pathInRepository(run.root);
  const rendered = (format: FormatName, stream: Output | null) =>
    formats[format].render(run.result, contextFor(run.catalog, io, { ...options, stream, texts, repositoryPath }));
  for (const { format, to } of outputs) {
    if (typeof to === "string") {
      io[to].write(rendered(format, io[to]));
    } else {
      await writeWhole(io.cwd, to.file, rendered(format, null), words);
      if (!options.quiet) io.stderr.write(`${words.say("wrote", { file: to.file })}\n`);
    }
  }
  const summary = io.env["GITHUB_STEP_SUMMARY"];
  if (summary && outputs.some(({ format }) => format === "github")) {
    await appendTo(summary, rendered("markdown", null), words);
  }
}

const AT_ONCE = 32;

/** Texts of the files that findings stand in. */
async function quotedTexts({
  result,
  sources,
}: {
  result: AuditResult;
  sources: AuditRun["sources"];
}): Promise<Map<string, string>> {
  return textsOf(
    result.findings.flatMap(({ place }) => (place ? [place.file] : [])),
    sources,
  );
}

/** Texts of files by their names; those that cannot be read are absent. */
export async function textsOf(names: readonly string[], sources: AuditRun["sources"]): Promise<Map<string, string>> {
  const files = [...new Set(names)];
  const texts = new Map<string, string>();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((file) => sources(file)));
    for (const [index, text] of read.entries()) if (text !== null) texts.set(some[index]!, text);
  }
  return texts;
}
