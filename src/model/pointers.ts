import type { Effect } from "./operations.js";
import type { Place } from "./place.js";

/** A pointer of the map that leads to something. */
export interface ResolvedPointer {
  readonly resolved: true;
  readonly pointer: string;
  /** `symbol`: something declared that is no function (a constant, a type). `document`: a file that is no code. `url`: taken on trust. */
  readonly kind: "function" | "class" | "symbol" | "module" | "document" | "field" | "record" | "url";
  /** Null for what has no place in the code base. */
  readonly place: Place | null;
  /** What running it does to stores, calls followed; empty for all that does not run. */
  readonly effects: readonly Effect[];
  readonly reads: readonly Effect[];
  readonly writes: readonly Effect[];
  readonly deletes: readonly Effect[];
  /** Functions called of which the code base holds no declaration, as written: what they do is not known. */
  readonly beyond: readonly string[];
}

export type UnresolvedReason = "no-file" | "no-symbol" | "no-record" | "no-field" | "outside-root";

export interface UnresolvedPointer {
  readonly resolved: false;
  readonly pointer: string;
  readonly reason: UnresolvedReason;
  /** Names close to the one written, the closest first; at most three. */
  readonly nearest: readonly string[];
}

export type PointerTarget = ResolvedPointer | UnresolvedPointer;

/** Finds what the pointers of a map lead to. Answers are computed once; the same pointer always gives the same answer. */
export interface Pointers {
  /** `path`, `path#symbol`, `prisma:Model.field`, `sql:table.column`, `source:Owner`, a URL. */
  resolve(pointer: string): PointerTarget;
}
