import type { ValueType } from "../model/index.js";

/**
 * How much a name says by itself. `certain`: personal whatever the record is, settings aside. `likely`: personal unless the record is about
 * something else. `person`: only in a person's record. `tied`: in a record about a person or tied to one. `act`: likewise, but not where a
 * person merely owns the record (a page has a text, whoever wrote it). `keyed`: likewise, but only where the record, or another of its noun, holds
 * the person's key. `visit`: only in the record of a visit or a visitor. `logged`: only in a log of
 * what was done. `context`: only
 * beside the data type's own words. `inside`: only within a record, or a part of one, that is itself of this data type. `beside`: only in a
 * record that names data of certain types outright (see `besides`).
 */
export type Tier =
  "certain" | "likely" | "person" | "tied" | "keyed" | "act" | "visit" | "logged" | "context" | "inside" | "beside";

export const tiers: readonly Tier[] = [
  "certain",
  "likely",
  "person",
  "tied",
  "keyed",
  "act",
  "visit",
  "logged",
  "context",
  "inside",
  "beside",
];

/** Words or phrases by language; the language is for the reader only. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Points a field gives to what its record is. */
export interface Testimony {
  /** A person's record. */
  readonly person: number;
  /** The record of a visitor, who may have no name. */
  readonly visitor: number;
  /** Half a point to a visitor's record, at most two of one data type, by `tied` patterns. */
  readonly trait: number;
  /** The one in it can be reached, so a bare name in it is a person's. */
  readonly contact: number;
}

/** What a data-type file says beyond its title and category. */
export interface DataTypeFile {
  readonly names?: Readonly<Partial<Record<Tier, WordLists>>>;
  /** Patterns that hold with any word before them: `donationMessage`, not only `message`. */
  readonly loose?: readonly string[];
  /** Words that may follow a pattern without changing what it is: `photoUrl`, `phoneNumber`. */
  readonly heads?: readonly string[];
  /** Phrases that hold a pattern and mean something else. */
  readonly not?: readonly string[];
  /** Value types it is found in; any other speaks against it. Absent: any but a boolean and a function. */
  readonly types?: readonly ValueType[];
  /** True when a yes-or-no answer is itself the datum (`isPregnant`). */
  readonly flags?: boolean;
  /** Words of the record, the path or the name beside which `context` patterns hold. */
  readonly context?: readonly string[];
  /** Words that name a record of this data type: within it `inside` patterns hold. */
  readonly inside?: readonly string[];
  /** Persons of whom other records are about this: what is tied to one counts as near the context patterns. */
  readonly subjects?: readonly string[];
  /** Words that name a record of this data type where it is about one of the subjects: a visit of a patient. */
  readonly services?: readonly string[];
  /** Data types next to which `beside` patterns hold. */
  readonly besides?: readonly string[];
  /** Patterns on which experts would differ: low confidence at most, unless in the record of a visit or an act. */
  readonly disputed?: readonly string[];
  /** Patterns too general for high confidence. */
  readonly general?: readonly string[];
  /**
   * Patterns that say too little where only its relations tie the record to a person: low confidence there, and where they are general too in
   * any record that is but tied to a person.
   */
  readonly vague?: readonly string[];
  /** Words of records and files of programs that talk to programs: what stands there is hardly a person's. */
  readonly systems?: readonly string[];
  /** What a field of this type says of its record. */
  readonly speaksFor?: Partial<Testimony>;
  /** Members of an enumeration that give it away. */
  readonly options?: readonly string[];
  readonly autocomplete?: readonly string[];
  readonly inputTypes?: readonly string[];
  readonly validators?: readonly string[];
  /** A pattern of the `person` tier holds beside an e-mail address or a phone. */
  readonly besideContact?: boolean;
  /** Lines of `Owner(neighbours).field:type`: of this data type, and not. Run as tests. */
  readonly examples?: { readonly yes?: readonly (readonly string[])[]; readonly no?: readonly (readonly string[])[] };
}
