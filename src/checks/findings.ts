import { createHash } from "node:crypto";
import {
  comparePlaces,
  compareText,
  withoutPath,
  type AuditModel,
  type Finding,
  type FindingFact,
  type Rule,
} from "../model/index.js";
import { clausesOf, severityOf } from "./settings.js";

/** What a check stated, with what its rule adds. */
export function toFindings(rule: Rule, facts: readonly FindingFact[], model: AuditModel): Finding[] {
  const severity = severityOf(rule, model.map);
  const clauses = clausesOf(rule, model.map);
  const articles = model.regimes.flatMap((regime) =>
    (rule.articles[regime] ?? []).map((article) => ({ regime, article })),
  );
  const times = new Map<string, number>();
  return [...facts].sort(compareFacts).map((fact): Finding => {
    const subject = withoutPath(fact.subject);
    const before = times.get(subject) ?? 0;
    times.set(subject, before + 1);
    return {
      ...fact,
      rule: rule.id,
      severity,
      fingerprint: fingerprint(rule.id, subject, before),
      clauses: fact.clauses ?? clauses,
      articles,
    };
  });
}

/** Made of rule and subject alone, so that it outlives moved lines and renamed files; the n-th of equal pairs is told apart by its number. */
function fingerprint(rule: string, subject: string, before: number): string {
  return createHash("sha256").update(`${rule}\0${subject}\0${before}`).digest("hex");
}

export function compareFindings(a: Finding, b: Finding): number {
  return comparePlace(a, b) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject);
}

function compareFacts(a: FindingFact, b: FindingFact): number {
  return comparePlace(a, b) || compareText(a.subject, b.subject);
}

/** Findings without a place come last. */
function comparePlace({ place: a }: FindingFact, { place: b }: FindingFact): number {
  if (a && b) return comparePlaces(a, b);
  return Number(!a) - Number(!b);
}
