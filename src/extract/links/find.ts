import type { Catalog, OriginFact } from "../../model/index.js";
import { nodesOf, type Script } from "../estree/index.js";
import type { FactBuilder } from "../fact-builder.js";
import { WHOLE } from "../flows/origin.js";
import { Tracer } from "../flows/tracer.js";
import { flowWords } from "../flows/words.js";
import { toFact } from "../flows/facts.js";
import { assignmentsAt } from "./assignments.js";
import { submissionAt } from "./submissions.js";

const LINK_TEXT =
  /\.(?:create|createMany|insert\w*|save|update\w*|upsert|values|set|build|preload|findO\w*|findByIdAndUpdate)\s*\(|\bnew\s+[A-Z]\w*\(\s*\{|:\s*[A-Z]\w*\s*=\s*\{|\b(?:fetch|useFetch|ofetch|apiFetch|authFetch)\s*[(<]|\.(?:post|put|patch)\s*[(<]/;

/** Whether a file may tie records together. */
export function mayHoldLinks(text: string): boolean {
  return LINK_TEXT.test(text);
}

/** More of them in one file is generated code or a table of data. */
const MAX_LINKS = 2000;
const MAX_ORIGINS = 4;

/** Which fields of records a script fills from which values, and what it submits to the code base's own server. */
export function findLinks(script: Script, catalog: Catalog, builder: FactBuilder): void {
  const tracer = new Tracer(script, flowWords(catalog));
  let left = MAX_LINKS;
  for (const node of nodesOf(script.ast)) {
    const submission = submissionAt(node, script);
    if (submission) {
      const { at, ...rest } = submission;
      builder.submission({ ...rest, span: script.source.span(at) });
    }
    for (const { value, at, ...target } of assignmentsAt(node, script)) {
      if (left-- <= 0) return;
      const found = tracer.trace(value, WHOLE, 0) ?? [];
      const origins = found.slice(0, MAX_ORIGINS).map((origin): OriginFact => toFact(origin, script));
      if (origins.length > 0) builder.assignment({ ...target, span: script.source.span(at), origins });
    }
  }
}
