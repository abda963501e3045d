import type { OriginFact } from "./flows.js";
import type { Span } from "./facts.js";

/** A field of a record that is given a value: `prisma.user.create({ data: { email: form.email } })`, `user.email = dto.email`. */
export interface AssignmentFact {
  /** The record as this file names it, and how it is known. */
  readonly record: string;
  readonly from: "type" | "model";
  readonly path: readonly string[];
  readonly span: Span;
  readonly origins: readonly OriginFact[];
}

/** A request that code of this code base sends to itself. */
export interface SubmissionFact {
  /** In capitals. */
  readonly method: string;
  /** Path of the address; unknown segments are `*`. */
  readonly path: string;
  readonly span: Span;
}

/** What ties the records of a file to those of others beyond their names. */
export interface LinkFacts {
  readonly assignments: readonly AssignmentFact[];
  readonly submissions: readonly SubmissionFact[];
}
