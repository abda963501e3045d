import type { Catalog, LawFact, Rule } from "../../model/index.js";
import type { PageLaw } from "./page-data.js";
import { pair } from "./texts.js";

/** The acts whose articles rules cite by number alone. */
const OWN_ACTS = { "152-fz": /152-FZ/, gdpr: /GDPR|2016\/679/ } as const;

/** Statements of the law that a rule stands on: those its parameters name, and those on the articles it cites. */
export function lawOf({ parameters, articles }: Rule, { law }: Pick<Catalog, "law">): LawFact[] {
  const named = new Set(stringsIn(parameters));
  return [...law.values()].filter((fact) => named.has(fact.id) || cites(articles, fact));
}

function cites(articles: Rule["articles"], { regime, article, act }: LawFact): boolean {
  if (article === null || !OWN_ACTS[regime].test(act.en)) return false;
  const own = article.split(",").map((one) => one.trim());
  return (articles[regime] ?? []).some((cited) => own.includes(cited));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

export function pageLaw({ title, act, ...fact }: LawFact): PageLaw {
  const { id, regime, article, validFrom, validTo, source, confidence, verifiedOn } = fact;
  return {
    ...{ id, regime, article, validFrom, validTo, source, confidence, verifiedOn },
    title: pair(title),
    act: pair(act),
  };
}
