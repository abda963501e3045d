import type { Annotation, FieldKind, Hints, ValueType } from "./facts.js";
import type { InventoryFlow } from "./flows.js";
import type { Effect } from "./operations.js";
import type { Place } from "./place.js";
import type { InventoryPractice } from "./practices.js";
import type { InventoryRetention } from "./retention.js";
import type { InventoryStore } from "./stores.js";

/** Special categories of GDPR art. 9 and 152-FZ art. 10, with biometrics (art. 11) and criminal record (art. 10(3)). */
export type Special =
  "health" | "race" | "politics" | "religion" | "intimate" | "association" | "biometric" | "genetic" | "criminal";

export type Confidence = "low" | "medium" | "high";

/** One reason for a verdict, as data; words are looked up when it is shown. `weight` is positive for, negative against. */
export interface Evidence {
  readonly kind:
    | "name"
    | "owner"
    | "type"
    | "validator"
    | "autocomplete"
    | "input-type"
    | "label"
    | "comment"
    | "stored-as"
    | "neighbours"
    | "relation"
    | "read-from"
    | "kind"
    | "options"
    | "annotation"
    | "linked"
    | "veto";
  /** What was seen: the word, the validator, the neighbour. */
  readonly detail: string;
  readonly weight: number;
}

/** What a record is about, told from its name, fields and relations. */
export type OwnerRole = "person" | "tied" | "organisation" | "goods" | "setting" | "log" | "technical" | "unknown";

export interface OwnerVerdict {
  readonly role: OwnerRole;
  readonly evidence: readonly Evidence[];
}

export interface Verdict {
  /** Id in the data-type catalogue, or null for a field judged not personal. */
  readonly dataType: string | null;
  readonly special: Special | null;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/** A place where a datum is collected, personal or not, after linking. */
export interface InventoryField extends Verdict {
  /** `source:Owner.field`, preceded by `path#` where two owners of one source share a name. Unique within the inventory. */
  readonly id: string;
  readonly source: string;
  readonly owner: string;
  readonly field: string;
  readonly place: Place;
  readonly kind: FieldKind;
  readonly type: ValueType;
  readonly hints: Hints;
  readonly annotation: Annotation | null;
  readonly ownerRole: OwnerRole;
  /**
   * Set where the same datum stands in several places of the code base: in the form, the request, the entity, the column. The same for all of
   * them, and for no other field.
   */
  readonly datum?: string;
}

export interface InventoryRecipient {
  readonly id: string;
  readonly mentions: readonly { readonly how: string; readonly trace: string; readonly place: Place }[];
}

export interface InventoryCookie {
  readonly name: string;
  readonly places: readonly Place[];
  /** Recipient that sets it by itself, or null when the code does. */
  readonly recipient: string | null;
}

export interface Suppression {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: SkipReason;
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

/** `syntax` and `partial` come from parsers; the others from discovery. */
export type SkipReason =
  | "syntax"
  | "partial"
  | "unreadable"
  | "binary"
  | "too-large"
  | "generated"
  | "minified"
  | "encoding"
  | "outside-root"
  | "broken-link"
  | "not-regular"
  | "limit";

/** The linked model of a code base: built once, then only queried. */
export interface Inventory {
  /** Personal data, at any confidence, ordered by place. */
  readonly fields: readonly InventoryField[];
  /** Fields judged not personal: kept so that the tool can answer "why not?". */
  readonly dismissed: readonly InventoryField[];
  readonly recipients: readonly InventoryRecipient[];
  readonly cookies: readonly InventoryCookie[];
  readonly suppressions: readonly Suppression[];
  /** Personal data that leaves the program, ordered by place. */
  readonly flows: readonly InventoryFlow[];
  /** What the code does that rules judge, ordered by place. */
  readonly practices: readonly InventoryPractice[];
  /** Databases, caches and file stores that the code shows, ordered by id. */
  readonly stores: readonly InventoryStore[];
  /** Terms that code sets for data, ordered by place. */
  readonly retention: readonly InventoryRetention[];
  /** What code does with stored records, ordered by place; what a call or a cascade brings about is not repeated. */
  readonly operations: readonly Effect[];
}
