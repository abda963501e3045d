import type { AuditModel, LawFact } from "../../model/index.js";

/** A statement of the law that is in force on the day of the audit, under one of its regimes; null otherwise. */
export function lawInForce({ catalog, regimes, today }: AuditModel, id: string): LawFact | null {
  const fact = catalog.law.get(id);
  if (!fact) throw new Error(`there is no statement of the law "${id}"`);
  if (!regimes.includes(fact.regime) || fact.validFrom > today) return null;
  return fact.validTo === null || today <= fact.validTo ? fact : null;
}

/** A statement that was in force once and is no longer. */
export function repealedLaw({ catalog, regimes, today }: AuditModel, id: string): LawFact | null {
  const fact = catalog.law.get(id);
  if (!fact) throw new Error(`there is no statement of the law "${id}"`);
  return regimes.includes(fact.regime) && fact.validTo !== null && fact.validTo < today ? fact : null;
}
