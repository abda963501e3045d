import type { Catalog } from "../../model/index.js";
import type { Document } from "../document.js";
import { estree, nodesOf, type Script } from "../estree/index.js";
import type { FactBuilder } from "../fact-builder.js";
import { flowWords } from "../flows/words.js";
import { markup, type Markup } from "../markup/index.js";
import { loadWays } from "../moments/index.js";
import { startsAt } from "./starts.js";
import { taggedTrackers } from "./tags.js";

/** Google's tags that wait for the visitor's answer where they are told to: `gtag("consent", "default", { … "denied" })`. */
const CONSENT_MODE = /["'`]consent["'`]\s*,\s*["'`]default["'`]/;

/** Where trackers are set going in a document, and on what that depends. */
export function findTrackers(document: Document, catalog: Catalog, builder: FactBuilder): void {
  if (!builder.reached) return;
  const waits = (recipient: string): boolean =>
    recipient.startsWith("google-") && CONSENT_MODE.test(document.source.text);
  if (document.syntax === markup) {
    const { roots, flavour } = document.root as Markup;
    if (flavour === "jsx") return;
    for (const { at, recipient, callee, around } of taggedTrackers(roots, catalog))
      if (!waits(recipient))
        builder.practice({ kind: "tracker-start", recipient, callee, ways: [{ conditions: [], around }] }, at);
  }
  if (document.syntax !== estree) return;
  const script = document.root as Script;
  const words = flowWords(catalog);
  for (const node of nodesOf(script.ast)) {
    const start = startsAt(node, { script, catalog, words });
    if (!start || waits(start.recipient)) continue;
    const ways = loadWays(node, script).map(({ conditions, around }) => ({
      conditions,
      around: [...around, ...start.settings],
    }));
    if (ways.length > 0)
      builder.practice({ kind: "tracker-start", recipient: start.recipient, callee: start.callee, ways }, start.at);
  }
}
