import type { Place } from "./place.js";

export type Severity = "error" | "warning" | "note";
export type Language = "en" | "ru";
export type Regime = "152-fz" | "gdpr";

/** Text in every language of the reports. */
export type Words = Readonly<Record<Language, string>>;

/** A value that a message shows. Ids of the catalogue are given as ids; the renderer finds their titles. */
export type FindingValue = string | number | readonly string[];

/**
 * A finding as a check states it: what, where, and the data its message needs. Words, severity, clause and articles come from the rule.
 * `subject` is the thing found fault with (a field id, a map path, a recipient id): it stays the same when lines move, and the
 * fingerprint is made of it.
 */
export interface FindingFact {
  readonly subject: string;
  readonly place: Place | null;
  readonly data?: Readonly<Record<string, FindingValue>>;
  /** Clause numbers found in the policy itself, where the rule's own do not say enough. */
  readonly clauses?: readonly string[];
  readonly related?: readonly { readonly place: Place; readonly role: string }[];
}

export interface Finding extends FindingFact {
  readonly rule: string;
  readonly severity: Severity;
  /** Hex digest over rule and subject, numbered where the same pair occurs twice. */
  readonly fingerprint: string;
  /** Clause numbers in the user's own policy, e.g. `7.2`. */
  readonly clauses: readonly string[];
  readonly articles: readonly { readonly regime: Regime; readonly article: string }[];
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: Place | null;
}
