import type { Span } from "./facts.js";
import type { OwnerReference } from "./operations.js";
import type { Place } from "./place.js";

/** How code ends the life of data. */
export type RetentionKind = "ttl-index" | "ttl" | "cookie" | "session" | "token" | "lifecycle" | "job" | "backup";

/** A term that code sets by itself, outside of functions that delete. */
export interface RetentionFact {
  readonly kind: Exclude<RetentionKind, "job">;
  /** Record, cookie, key or bucket as written; null where it has no name. */
  readonly owner: string | null;
  /** Length; null where records carry their own end (DynamoDB's attribute, `expires: 0`), or it is only known at run time. */
  readonly seconds: number | null;
  /** The setting as code: `expireAfterSeconds`, `maxAge`. */
  readonly setting: string;
  /** Field that the term runs from, or that holds its end. */
  readonly field?: string;
  readonly span: Span;
}

/** A term found in code. */
export interface InventoryRetention {
  readonly kind: RetentionKind;
  readonly owner: string | null;
  /** Records of the inventory that it is about. */
  readonly owners: readonly OwnerReference[];
  readonly seconds: number | null;
  readonly setting: string;
  readonly field: string | null;
  readonly place: Place;
  /** Function of a job, and what starts it. */
  readonly function: string | null;
  readonly schedule: string | null;
}

/** A destruction that only sets a mark, or an update that takes out who it was. */
export interface SoftDeletionFact {
  readonly owner: string;
  /** `deletedAt`, `isDeleted`, `paranoid`. */
  readonly by: string;
  readonly span: Span;
}
