import type { Catalog } from "../model/index.js";
import type { FactBuilder } from "./fact-builder.js";
import { commentTest } from "./recipients/comments.js";
import { isManifest, isMarkupFile, isScriptFile } from "./recipients/files.js";
import { cookieTraces, globalTraces } from "./recipients/globals.js";
import { hostTraces } from "./recipients/hosts.js";
import { declaredPackages, importedPackages } from "./recipients/packages.js";
import type { FoundTrace } from "./recipients/trace.js";
import { traceIndex, type TraceIndex } from "./recipients/trace-index.js";
import type { SourceText } from "./source-text.js";

/** Places told of one trace in one file; a list of a thousand font files says no more than its beginning. */
const MAX_SHOWN = 50;

/**
 * Finds traces of catalogued recipients in any text: packages imported, hosts in strings, globals called. The text is scanned, not
 * parsed, in time linear in its length, so that files nothing else is looked for in need no parse, and broken ones give their traces too.
 */
export function findRecipients(source: SourceText, catalog: Catalog, builder: FactBuilder): void {
  const index = traceIndex(catalog);
  const emit = builder.emit("recipients");
  if (isManifest(source.file)) {
    for (const trace of declaredPackages(source.text, index)) emit.recipient(trace);
    return;
  }
  const inComment = commentTest(source);
  const found = [...traces(source, index)].filter(({ at }) => !inComment(at[0]));
  const shown = new Map<string, number>();
  for (const trace of found.sort((a, b) => a.at[0] - b.at[0])) {
    const key = `${trace.recipient}\0${trace.how}\0${trace.trace}`;
    shown.set(key, (shown.get(key) ?? 0) + 1);
    if (shown.get(key)! <= MAX_SHOWN) emit.recipient(trace);
  }
}

function* traces({ file, text }: SourceText, index: TraceIndex): Generator<FoundTrace> {
  yield* hostTraces(text, index);
  if (!isScriptFile(file) && !isMarkupFile(file)) return;
  yield* importedPackages(text, file, index);
  yield* globalTraces(text, index);
  yield* cookieTraces(text, index);
}
