import type { LawFact } from "../../model/index.js";
import { speaker } from "../words/index.js";
import { says, table } from "./build.js";
import type { Block } from "./document.js";
import type { Drafting } from "./drafting.js";

/** Statements of the law that the document goes by, with how well each is founded. */
export function lawTable(draft: Drafting, ids: readonly string[]): Block {
  const { say, names, catalog, language } = draft;
  const facts = ids.flatMap((id) => catalog.law.get(id) ?? []);
  const until = ({ validFrom, validTo }: LawFact): string =>
    validTo === null
      ? say("law.since", { from: names.date(validFrom) })
      : say("law.from-to", { from: names.date(validFrom), to: names.date(validTo) });
  return table(
    say("law.title"),
    [
      [say("law.act"), 26],
      [say("law.statement"), 30],
      [say("law.in-force"), 18],
      [say("law.founded"), 26],
    ],
    facts.map((fact) => [
      says(article(draft, fact)),
      says(fact.title[language]),
      says(until(fact)),
      says(
        say(`law.confidence.${fact.confidence}`),
        fact.source,
        fact.verifiedOn === null ? say("law.unverified") : say("law.verified", { date: names.date(fact.verifiedOn) }),
      ),
    ]),
  );
}

/** The acts whose articles statements cite by number alone. */
const OWN_ACTS = { "152-fz": /152-FZ[^;]*$/, gdpr: /2016\/679|^GDPR/ } as const;

/** `Federal Law 152-FZ, art. 22`, and for an act that fills in another's article `Order 179 (152-FZ, art. 21)`. */
export function article({ language, say }: Drafting, { act, article: number, regime }: LawFact): string {
  if (number === null) return act[language];
  const cited = say("law.article", { article: number });
  if (OWN_ACTS[regime].test(act.en)) return `${act[language]}, ${cited}`;
  return `${act[language]} (${speaker(language).say(`regime.${regime}`)}, ${cited})`;
}

/** Where the document comes from in the law, for the line under its title. */
export function groundOf(draft: Drafting, id: string): string {
  const fact = draft.catalog.law.get(id);
  return fact ? article(draft, fact) : "";
}
