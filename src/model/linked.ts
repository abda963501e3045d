import type { FieldFact, OwnerFact } from "./facts.js";
import type { Place } from "./place.js";

/** A field once names have been resolved across files. */
export interface LinkedField {
  readonly fact: FieldFact;
  readonly place: Place;
  /** The record it stands in. For an inherited field, the heir. */
  readonly owner: LinkedOwner;
  /** The record that declares it: the owner's own fact, or that of a base. */
  readonly declaredBy: OwnerFact;
  /** The record its type refers to, when that is known. */
  readonly target: LinkedOwner | null;
  /** The record its foreign key points at, when that is known. */
  readonly references: LinkedOwner | null;
}

/** A record with everything it finally holds. */
export interface LinkedOwner {
  readonly fact: OwnerFact;
  readonly place: Place;
  /** Declared here, then taken over from bases; a name occurs once, the nearest declaration winning. */
  readonly fields: readonly LinkedField[];
  /** The records it builds on. */
  readonly bases: readonly LinkedOwner[];
}
