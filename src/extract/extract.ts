import { basename } from "node:path";
import type { Catalog, Facts } from "../model/index.js";
import { isTriggered, type Collector } from "./collector.js";
import type { Document, Language, Parsed } from "./document.js";
import { FactBuilder } from "./fact-builder.js";
import { isEstreeCollector, visitTogether } from "./estree/visit.js";
import { estree, type Script } from "./estree/index.js";
import { endsLike } from "./endings.js";
import { findFlows, mayHoldFlows } from "./flows/index.js";
import { findOperations, mayHoldOperations } from "./operations/find.js";
import { findLinks, mayHoldLinks } from "./links/index.js";
import { findStores } from "./infrastructure/find.js";
import { readModule, reExports } from "./modules.js";
import { findRecipients } from "./recipients.js";
import { findTrackers } from "./trackers/index.js";
import type { Readers } from "./registry.js";
import { SourceText } from "./source-text.js";
import { readAnnotations, readSuppressions } from "./directives.js";

/** The file endings that some language reads, and the manifests that say what module names mean. */
export function readableExtensions(readers: Readers): string[] {
  return [...new Set([...MANIFESTS, ...readers.languages.flatMap((language) => language.extensions)])].sort();
}

const MANIFESTS = ["package.json", "tsconfig.json", "tsconfig.base.json", "jsconfig.json"];
const MAX_MANIFEST_LENGTH = 200_000;

function isManifest({ file, text }: SourceText): boolean {
  return MANIFESTS.includes(basename(file)) && text.length <= MAX_MANIFEST_LENGTH;
}

/**
 * Facts of one file. Pure: the same name and text give the same facts. Never throws on bad input; a defect in a collector is rethrown
 * with the names of collector and file. With `whole`, a script is read though nothing in it may be wanted, and tells all names it declares.
 */
export async function extractFacts(
  file: string,
  text: string,
  readers: Readers,
  catalog: Catalog,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Facts> {
  const source = new SourceText(file, text);
  const builder = new FactBuilder(source);
  findRecipients(source, catalog, builder);
  findStores(source, builder);
  if (isManifest(source)) builder.manifest(text);
  const language = languageOf(source, readers);
  if (!language) return builder.finish();
  readSuppressions(source, builder);
  const wanted = readers.collectors.filter(
    (collector) => language.yields.includes(collector.reads) && isTriggered(collector, text),
  );
  const flowing = language.yields.includes(estree) && mayHoldFlows(text, builder.reached);
  const operating = language.yields.includes(estree) && (whole || mayHoldOperations(text));
  if (wanted.length === 0 && !flowing && !operating && !reExports(language, text)) return builder.finish();
  const { documents, problems } = await parse(language, source);
  builder.problems(problems);
  for (const document of documents) readDocument(document, wanted, builder, source, catalog);
  if (operating) {
    for (const { syntax, root } of documents) {
      if (syntax === estree) attempt("operations", source, () => findOperations(root as Script, builder, whole));
    }
  }
  readAnnotations(source, builder);
  return builder.finish();
}

/** Whether a file is a script by its name, or holds scripts. */
export function readsAsScript(file: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/i.test(file);
}

/** Parsers of others' making may fail on what they were not made for: such a file is listed like one with faulty syntax. */
async function parse(language: Language, source: SourceText): Promise<Parsed> {
  try {
    return await language.parse(source);
  } catch (error) {
    const message = `${language.title}: the parser failed: ${error instanceof Error ? error.message : String(error)}`;
    return { documents: [], problems: [{ message, line: 1, column: 1, fatal: true }] };
  }
}

/** The language of a file: of those whose endings fit, one that claims it by its text, else the first that asks for no more. */
export function languageOf(source: SourceText, readers: Readers): Language | null {
  const name = source.file.toLowerCase();
  const candidates = readers.languages.filter(({ extensions }) => extensions.some((ending) => endsLike(name, ending)));
  return (
    candidates.find((language) => language.claims?.(source)) ?? candidates.find((language) => !language.claims) ?? null
  );
}

function readDocument(
  document: Document,
  wanted: readonly Collector<unknown>[],
  builder: FactBuilder,
  source: SourceText,
  catalog: Catalog,
): void {
  const collectors = wanted.filter(({ reads }) => reads === document.syntax);
  const sharing = collectors.filter((collector) => isEstreeCollector(collector));
  if (document.syntax === estree) {
    const script = document.root as Script;
    readModule(script, builder);
    attempt("estree collectors", source, () => {
      visitTogether(
        script,
        sharing.map((collector) => collector.visit(script, builder.emit(collector.id))),
      );
    });
    attempt("flows", source, () => findFlows(script, catalog, builder));
    if (mayHoldLinks(source.text)) attempt("links", source, () => findLinks(script, catalog, builder));
  }
  attempt("trackers", source, () => findTrackers(document, catalog, builder));
  for (const collector of collectors) {
    if (isEstreeCollector(collector)) continue;
    attempt(collector.id, source, () => collector.collect(document, builder.emit(collector.id)));
  }
}

/** A defect of Opis while reading a file: carries what a bug report needs. */
export class CollectorDefect extends Error {
  readonly collector: string;
  readonly file: string;

  constructor(collector: string, file: string, cause: unknown) {
    super(`${collector} failed on ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.collector = collector;
    this.file = file;
  }
}

function attempt(collector: string, source: SourceText, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new CollectorDefect(collector, source.file, error);
  }
}
