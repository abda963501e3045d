import type { AuditRun } from "../audit/index.js";
import type { AuditResult, Language } from "../model/index.js";
import { formats, speaker, type ReportContext } from "../report/index.js";
import { coloursFor, noColours, widthOf } from "./colours.js";
import type { Io } from "./io.js";
import type { OutputRequest } from "./outputs.js";
import { cliSpeaker } from "./words/index.js";
import { writeWhole } from "./write-file.js";

export interface ReportOptions {
  readonly language: Language;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** What renderers need for one stream or file. */
export function contextFor(
  run: Pick<AuditRun, "catalog">,
  io: Io,
  { language, color }: ReportOptions,
  toFile: boolean,
  texts: ReadonlyMap<string, string> = new Map(),
): ReportContext {
  return {
    catalog: run.catalog,
    words: speaker(language),
    colour: toFile ? noColours : coloursFor(io.stdout, io.env, color),
    width: widthOf(toFile ? { write: () => undefined } : io.stdout),
    texts,
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
  for (const { format, file } of outputs) {
    const text = formats[format].render(run.result, contextFor(run, io, options, file !== null, texts));
    if (file === null) io.stdout.write(text);
    else {
      await writeWhole(io.cwd, file, text, words);
      if (!options.quiet) io.stderr.write(`${words.say("wrote", { file })}\n`);
    }
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
  const files = [...new Set(result.findings.flatMap(({ place }) => (place ? [place.file] : [])))];
  const texts = new Map<string, string>();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((file) => sources(file)));
    for (const [index, text] of read.entries()) if (text !== null) texts.set(some[index]!, text);
  }
  return texts;
}
