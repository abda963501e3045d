import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Catalog, OriginFact, SinkFact } from "../../model/index.js";
import type { FactBuilder } from "../fact-builder.js";
import { nodesOf, type Script } from "../estree/index.js";
import { callsAt } from "./local-calls.js";
import { union, WHOLE, type Origin } from "./origin.js";
import { toFact } from "./facts.js";
import { redactionsOf } from "./redactions.js";
import { sinksAt } from "./sinks.js";
import { Tracer } from "./tracer.js";
import { flowWords } from "./words.js";

/** Origins told of one sink; a value made of more is a list, not a leak. */
const MAX_ORIGINS = 50;

const SINK_TEXT =
  /\bconsole\s*\.|[lL]og(?:ger)?\b[^\n]{0,40}?\.|\bdebug\b|\b(?:local|session)Storage\b|[cC]ookie|[?&][\w.[\]%-]{1,60}=(?:\$\{|["'`])|searchParams|capture(?:Exception|Message)|\bfetch\s*\(|\baxios\b/;

/** Whether a file may send anything anywhere, or is worth a parse for that; `reached` when recipients were seen in it. */
export function mayHoldFlows(text: string, reached: boolean): boolean {
  return reached || SINK_TEXT.test(text);
}

/** Where values of a script go, and what calls hand on. What the values mean is told once files are linked. */
export function findFlows(script: Script, catalog: Catalog, builder: FactBuilder): void {
  const words = flowWords(catalog);
  const tracer = new Tracer(script, words);
  const context = { script, catalog, words };
  const facts = (origins: readonly Origin[]): OriginFact[] =>
    origins.slice(0, MAX_ORIGINS).map((origin) => toFact(origin, script));
  const trace = (value: TSESTree.Node): readonly Origin[] => tracer.trace(value, WHOLE, 0) ?? [];
  let cut = false;
  for (const node of nodesOf(script.ast)) {
    for (const { values, at, ...sink } of sinksAt(node, context)) {
      const origins = union(values.map(trace));
      cut ||= origins.length > MAX_ORIGINS;
      if (origins.length === 0) continue;
      builder.sink({ ...sink, span: script.source.span(at), origins: facts(origins) } satisfies SinkFact);
    }
    for (const { callee, at, given } of callsAt(node, script)) {
      const origins = given.map(trace);
      if (origins.every((one) => one.length === 0)) continue;
      builder.call({ callee, span: script.source.span(at), arguments: origins.map(facts) });
    }
    for (const path of redactionsOf(node, script, words)) builder.redaction(path);
  }
  if (tracer.limited || cut)
    builder.problem({
      message: "flows: too much to follow; some of the values in this file were not traced",
      line: 1,
      column: 1,
      fatal: false,
    });
}
