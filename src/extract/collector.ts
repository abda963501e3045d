import type {
  BaseFact,
  DropFact,
  FieldFact,
  FieldKind,
  OwnerFact,
  Practice,
  RecipientFact,
  ShapeChange,
  RegionFact,
  RetentionFact,
  SoftDeletionFact,
  StoreFact,
} from "../model/index.js";
import type { Document, Syntax } from "./document.js";
import type { Range } from "./source-text.js";

/** A fact before its offsets are turned into places. */
type Draft<Fact, Key extends keyof Fact = never> = Omit<Fact, "span" | Key> & { readonly at: Range };

export type FieldDraft = Omit<Draft<FieldFact>, "annotation">;
export type BaseDraft = Omit<BaseFact, "span" | keyof ShapeChange> & ShapeChange & { readonly at: Range };
export type OwnerDraft = Draft<OwnerFact, "fields" | "bases"> & {
  readonly fields: readonly FieldDraft[];
  readonly bases?: readonly BaseDraft[];
};

/** Where a collector puts what it finds. */
export interface Emit {
  /** A record that declares fields. */
  owner(owner: OwnerDraft): void;
  /** A datum without an owner: a cookie, a storage key, something read from the device. */
  loose(source: string, kind: FieldKind, field: FieldDraft): void;
  recipient(recipient: Draft<RecipientFact>): void;
  /** A term after which a store, a cache or a token ends by itself. */
  retention(term: Draft<RetentionFact>): void;
  /** A trace of a store. */
  store(store: Draft<StoreFact>): void;
  /** A region named for all of a file. */
  region(region: Draft<RegionFact>): void;
  /** A model whose records are marked instead of deleted. */
  softDeletion(fact: Draft<SoftDeletionFact>): void;
  /** A migration removes a table or column. */
  drop(drop: Draft<DropFact>): void;
  /** Something the code does that rules judge. */
  practice(practice: Practice, at: Range): void;
  /** Part of the file could not be understood; the rest counts. */
  problem(message: string, at: Range): void;
}

/** Recognises one framework, library or construct. One file in `collectors/`, found by its presence there. */
export interface Collector<Root = unknown> {
  /** Unique; also the first part of the field ids it yields, unless it says otherwise. */
  readonly id: string;
  /** What it recognises, in one line, for `opis rules --collectors`. */
  readonly recognises: string;
  readonly reads: Syntax<Root>;
  /**
   * Text without which this collector finds nothing. A file in which no collector's trigger occurs is never parsed, so a trigger must be
   * implied by every match; of several, all must occur. Null: any file of the syntax.
   */
  readonly trigger: RegExp | readonly RegExp[] | null;
  collect(document: Document<Root>, emit: Emit): void;
}

/** Whether a text may hold something for the collector. */
export function isTriggered({ trigger }: Pick<Collector, "trigger">, text: string): boolean {
  if (trigger === null) return true;
  return trigger instanceof RegExp ? trigger.test(text) : trigger.every((part) => part.test(text));
}

export function defineCollector<Root>(collector: Collector<Root>): Collector<Root> {
  return collector;
}
