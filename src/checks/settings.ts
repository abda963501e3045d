import type { AuditModel, DataMap, Place, Rule, Severity } from "../model/index.js";

/** Whether a rule applies: under one of the audit's regimes, on its day. */
export function isInForce(rule: Rule, { regimes, today }: Pick<AuditModel, "regimes" | "today">): boolean {
  if (!rule.regimes.some((regime) => regimes.includes(regime))) return false;
  return (rule.validFrom === null || rule.validFrom <= today) && (rule.validTo === null || today <= rule.validTo);
}

/** The map's severity for the rule, else the rule's own; a rule turned off keeps its own for those who look at what was suppressed. */
export function severityOf(rule: Rule, map: DataMap): Severity {
  const set = map.audit.rules.get(rule.id)?.severity;
  return set === undefined || set === "off" ? rule.severity : set;
}

/** Set when the map turns the rule off. */
export function suppressedBySetting(
  rule: Rule,
  map: DataMap,
): { readonly reason: string; readonly place: Place } | null {
  const setting = map.audit.rules.get(rule.id);
  return setting?.severity === "off" ? { reason: setting.because ?? "", place: setting.place } : null;
}

/**
 * Clause numbers of the user's policy. `policy.clauses` gives them by rule (`special/biometric: "5.1"`), by clause of the policy the rules were
 * made from (`"7.2": "5.1"`), or by theme (`special: "5"`), in that order; without an entry the rule's own numbers stand.
 */
export function clausesOf(rule: Rule, map: DataMap): readonly string[] {
  const numbers = map.policy?.clauses;
  if (!numbers || numbers.size === 0) return rule.clauses;
  const ofRule = numbers.get(rule.id);
  if (ofRule !== undefined) return [ofRule];
  if (rule.clauses.some((clause) => numbers.has(clause))) {
    return [...new Set(rule.clauses.map((clause) => numbers.get(clause) ?? clause))];
  }
  const ofTheme = numbers.get(rule.id.split("/")[0]!);
  return ofTheme === undefined ? rule.clauses : [ofTheme];
}
