import type { AuditModel, FindingFact, Place, Suppression } from "../model/index.js";

/**
 * A pure function over the model, in a file of its own under `src/checks/<theme>/`, found by its presence. Rules name it by its id. It states what
 * is wrong and where; words, severity, clauses and articles are the rule's. It opens no file, reads no clock and holds no law.
 */
export interface Check<Parameters = unknown> {
  /** Path under `src/checks/` without the extension: `mapping/undeclared-field`. */
  readonly id: string;
  /** JSON Schema of the parameters a rule gives it; left out when it takes none. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  run(model: AuditModel, parameters: Parameters, outcome: Outcome): Iterable<FindingFact>;
}

/** What the other checks came to. Only checks of theme `scan` that judge suppressions need it, and they run last. */
export interface Outcome {
  /** Suppressions in code that kept no finding from being reported. */
  readonly idle: readonly Suppression[];
  /** Rules that the map turns off and that would have found nothing. */
  readonly idleSettings: readonly { readonly rule: string; readonly place: Place }[];
  /** Rules that were in force and could have been suppressed. */
  readonly active: ReadonlySet<string>;
}

/** A check over suppressions, run after all others. */
export interface LateCheck<Parameters = unknown> extends Check<Parameters> {
  readonly late: true;
}

export function defineCheck<Parameters>(check: Check<Parameters> | LateCheck<Parameters>): Check<unknown> {
  return check as Check<unknown>;
}

export function isLate(check: Check): check is LateCheck {
  return "late" in check;
}

/** A defect of a check: names the rule that was being checked, for the report that asks users to tell about it. */
export class CheckDefect extends Error {
  readonly rule: string;

  constructor(rule: string, cause: unknown) {
    super(`rule ${rule}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "CheckDefect";
    this.rule = rule;
  }
}

/** A rule that names no check, or gives its check parameters it cannot use. */
export class RuleError extends Error {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(`rule ${rule}: ${message}`);
    this.name = "RuleError";
    this.rule = rule;
  }
}
