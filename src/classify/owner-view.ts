import type { Evidence, LinkedOwner, OwnerRole } from "../model/index.js";
import { keyOf, type Lexicon } from "./lexicon.js";
import type { NameAnalysis } from "./name-analysis.js";
import { singular } from "./words.js";

/** What is known of a record while its fields are judged. */
export interface OwnerView {
  readonly role: OwnerRole;
  readonly weak: boolean;
  /** Content words of its name. */
  readonly words: readonly string[];
  /** All words of its name, and of the path within it. */
  readonly all: readonly string[];
  /** Content words of the innermost part the field stands in. */
  readonly inner: readonly string[];
  /** Tied only by the key of the person who owns it. */
  readonly owned: boolean;
  /** Kept of a visitor or a device: told from its fields, passed on along relations. */
  readonly visitor: boolean;
  /** It holds the key of the person it is about. */
  readonly keyed: boolean;
  /** An account that holds money and belongs to no person: one of a company's books. */
  readonly books: boolean;
  readonly sample: boolean;
  /** It holds an e-mail address, a phone or the like, so a bare `name` in it is a person's. */
  readonly contactable: string | null;
  /** Data types its fields name outright. */
  readonly holds: ReadonlySet<string>;
  /** Keys of the nouns of persons it is tied to: the patient of a visit. */
  readonly about: ReadonlySet<string>;
  readonly evidence: readonly Evidence[];
}

/** What the whole code base tells beyond a single record. */
export interface CodeBase {
  readonly lexicon: Lexicon;
  readonly analyse: (name: string) => NameAnalysis;
  readonly views: ReadonlyMap<LinkedOwner, OwnerView>;
  /** Roles of the code base's own records by the words of their names, singular and written together. */
  readonly nouns: ReadonlyMap<string, OwnerView>;
  /** Nouns of the records that are stored or submitted, as against those that only types model. */
  readonly kept: ReadonlySet<string>;
}

/** What a record is called, apart from how it is written. */
export function nounOf({ words }: OwnerView): string {
  return keyOf(words.map(singular));
}
