/** Parts of the processing of personal data that can change between two results. */
export type ChangeAbout =
  "data-type" | "field" | "purpose" | "category" | "subject" | "recipient" | "country" | "store" | "term" | "cookie";

/** What of it has changed. */
export type Aspect =
  | "title"
  | "data-types"
  | "fields"
  | "category"
  | "categories"
  | "purposes"
  | "subjects"
  | "bases"
  | "recipients"
  | "operations"
  | "transfer"
  | "marketing"
  | "automated"
  | "retention"
  | "retention-by-category"
  | "stores"
  | "kind"
  | "special"
  | "not-personal"
  | "seen-in-code"
  | "declared"
  | "role"
  | "country"
  | "agreement"
  | "safeguard"
  | "used-by"
  | "period"
  | "start"
  | "action"
  | "deadline"
  | "backups"
  | "type"
  | "lifetime"
  | "party";

/** Values of one aspect, as ids and codes; empty where there were none. */
export interface AspectChange {
  readonly aspect: Aspect;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One change in the processing. Of what was added `before` is empty throughout, of what was removed `after` is. */
export interface Change {
  readonly about: ChangeAbout;
  readonly kind: "added" | "removed" | "changed";
  /** Id in the map or the catalogue, country code, or id of a field. */
  readonly id: string;
  /** What the map calls it, or null. */
  readonly title: string | null;
  readonly aspects: readonly AspectChange[];
}

/** What changed between two results, as processing of personal data: what `opis diff --format json` prints. */
export interface ProcessingChanges {
  readonly version: 1;
  /** What was compared, as it was named. */
  readonly before: string;
  readonly after: string;
  /** In the order of the parts above, then by id. */
  readonly changes: readonly Change[];
  /** What the maps call the ids that the changes name. */
  readonly titles: readonly {
    readonly section: "purposes" | "categories" | "recipients" | "stores";
    readonly id: string;
    readonly title: string;
  }[];
}
