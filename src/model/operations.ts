import type { Span } from "./facts.js";
import type { Place } from "./place.js";

/** What code does with stored records. */
export type OperationKind = "read" | "create" | "update" | "delete";

/** What a field is given by an update. `hash`: a plain digest; `blank`: null, nothing, an empty or fixed text; `random`: a made-up value; `now`: the time. */
export type WrittenValue = "hash" | "blank" | "random" | "now" | "flag" | "other";

export interface WriteFact {
  /** `*` for what is put together elsewhere. */
  readonly field: string;
  readonly value: WrittenValue;
}

/** The age that records must have reached to be touched: `createdAt < now - 90 days`. */
export interface Cutoff {
  readonly seconds: number;
  /** Field compared, where it is known. */
  readonly field?: string;
}

/** One use of a store: `prisma.user.deleteMany({ where: … })`, `DELETE FROM users WHERE …`. */
export interface OperationFact {
  readonly kind: OperationKind;
  /** Model, class, table or collection as written. */
  readonly record: string;
  /** As code: `prisma.user.deleteMany`, or the statement's beginning. */
  readonly callee: string;
  readonly span: Span;
  /** Fields that a read takes alone, or leaves out; of relations taken along, dotted names. */
  readonly select?: readonly string[];
  readonly omit?: readonly string[];
  /** Relations that a read takes along. */
  readonly include?: readonly string[];
  /** What a create or an update writes. */
  readonly writes?: readonly WriteFact[];
  readonly cutoff?: Cutoff;
  /** A delete that sets this mark instead: the model is declared so (`paranoid`), and nothing says otherwise here. */
  readonly soft?: string;
  /** Only what carries a mark of deletion is touched: `where: { deletedAt: { not: null } }`. */
  readonly marked?: boolean;
  /** Condition on a moment that the record itself carries (`expiresAt < now`). */
  readonly expired?: string;
}

/** A function of the code base: what it does to stores by itself, and what it calls. The empty name stands for the module itself. */
export interface FunctionFact {
  /** `purge`, `UserService.remove`, `users.remove` of an object. */
  readonly name: string;
  readonly span: Span;
  /** Functions called, as written in this file: `notify`, `MailService.send` for a member declared as that class. */
  readonly calls: readonly string[];
  readonly operations: readonly OperationFact[];
  /** What starts it by itself: a cron pattern, a queue's name. */
  readonly schedule?: string;
}

/** A name that a file declares: told of files that the map points at. */
export interface SymbolFact {
  /** `purge`, `UserService`, `UserService.remove`. */
  readonly name: string;
  readonly kind: "function" | "class" | "symbol";
  readonly span: Span;
}

/** A record of the inventory that an operation is on. */
export interface OwnerReference {
  readonly source: string;
  readonly name: string;
  readonly file: string;
}

/** An operation with the records it means, as running a function or module brings it about. */
export interface Effect extends Omit<OperationFact, "span"> {
  /** Empty where the record is none that the inventory knows. A model and the migration of its table are both told. */
  readonly owners: readonly OwnerReference[];
  readonly place: Place;
  /** Name of the function that does it. */
  readonly function: string;
  readonly schedule: string | null;
  /** Set for what a delete takes along by a cascade of the schema. */
  readonly cascade: boolean;
}
