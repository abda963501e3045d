import { Ajv2020 } from "ajv/dist/2020.js";
import type { AuditModel, Finding, FindingFact, Rule, SuppressedFinding } from "../model/index.js";
import { CheckDefect, isLate, RuleError, type Check, type Outcome } from "./check.js";
import { compareFindings, toFindings } from "./findings.js";
import { isInForce, suppressedBySetting } from "./settings.js";
import { Suppressor } from "./suppressor.js";

export interface Judgement {
  /** By place, then rule, then subject. */
  readonly findings: readonly Finding[];
  /** Findings kept back by a comment in the code or a setting in the map, with the reason given there. */
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Runs the check of every rule in force over the model.
 * @throws RuleError for a rule that names no check or gives it wrong parameters
 * @throws CheckDefect when a check fails
 */
export function runChecks(model: AuditModel, checks: ReadonlyMap<string, Check>): Judgement {
  const rules = [...model.catalog.rules.values()].filter((rule) => isInForce(rule, model));
  const paired = rules.map((rule) => ({ rule, check: checkOf(rule, checks) }));
  const suppressor = new Suppressor(model.inventory.suppressions);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];

  const judge = (rule: Rule, check: Check, outcome: Outcome): void => {
    const off = suppressedBySetting(rule, model.map);
    for (const finding of toFindings(rule, facts(rule, check, model, outcome), model)) {
      const comment = isLate(check) ? null : suppressor.suppress(finding);
      if (comment) suppressed.push({ finding, reason: comment.reason, by: comment.place });
      else if (off) suppressed.push({ finding, reason: off.reason, by: off.place });
      else findings.push(finding);
    }
  };
  for (const { rule, check } of paired) if (!isLate(check)) judge(rule, check, NOTHING_YET);
  const silenced = new Set(suppressed.map(({ finding }) => finding.rule));
  const idleSettings = paired.flatMap(({ rule, check }) => {
    const off = isLate(check) || silenced.has(rule.id) ? null : suppressedBySetting(rule, model.map);
    return off ? [{ rule: rule.id, place: off.place }] : [];
  });
  const outcome: Outcome = { idle: suppressor.idle(), idleSettings, active: new Set(rules.map(({ id }) => id)) };
  for (const { rule, check } of paired) if (isLate(check)) judge(rule, check, outcome);

  findings.sort(compareFindings);
  suppressed.sort((a, b) => compareFindings(a.finding, b.finding));
  return { findings, suppressed };
}

const NOTHING_YET: Outcome = { idle: [], idleSettings: [], active: new Set() };

function checkOf(rule: Rule, checks: ReadonlyMap<string, Check>): Check {
  const check = checks.get(rule.check);
  if (!check) throw new RuleError(rule.id, `there is no check "${rule.check}"`);
  assertParameters(rule, check);
  return check;
}

const ajv = new Ajv2020({ allErrors: true });

function assertParameters(rule: Rule, check: Check): void {
  if (!check.parameters) return;
  if (ajv.validate(check.parameters, rule.parameters)) return;
  const faults = (ajv.errors ?? []).map(({ instancePath, message }) => `parameters${instancePath} ${message ?? ""}`);
  throw new RuleError(rule.id, faults.join("; "));
}

function facts(rule: Rule, check: Check, model: AuditModel, outcome: Outcome): FindingFact[] {
  try {
    return [...check.run(model, rule.parameters, outcome)];
  } catch (cause) {
    throw new CheckDefect(rule.id, cause);
  }
}
