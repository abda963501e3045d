import type { Finding } from "./finding.js";

/** A finding as it is remembered: enough to know it again when lines have moved, files have new names and the map another order. */
export interface RememberedFinding {
  readonly rule: string;
  readonly subject: string;
  /** File of code it stands in; null for findings on the map, whose entries may move from file to file. */
  readonly file: string | null;
}

/** What the findings of a result were compared with. */
export type ComparedWith =
  | { readonly kind: "baseline"; readonly file: string }
  | { readonly kind: "commit"; readonly reference: string; readonly commit: string };

/** Set where only findings that are new were asked for. */
export interface Comparison {
  readonly with: ComparedWith;
  /** Findings that were there before. They are not among the findings of the result. */
  readonly known: readonly Finding[];
  /** What was found before and is no longer. Empty where only a part of the code was audited. */
  readonly gone: readonly RememberedFinding[];
}
