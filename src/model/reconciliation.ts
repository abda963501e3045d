import type { Catalog } from "./catalog.js";
import type { Cookie, DataMap, FieldEntry, NotPersonalEntry } from "./data-map.js";
import type { Regime } from "./finding.js";
import type { Inventory, InventoryField, SkippedFile } from "./inventory.js";
import type { Pointers } from "./pointers.js";
import type { PublishedPolicy } from "./policy.js";

/** A field of the inventory with what the map says of it. */
export interface ReconciledField {
  readonly field: InventoryField;
  /** The most specific entry that matches, or null. */
  readonly entry: FieldEntry | null;
  /** Set when the map declares that this is not personal data. */
  readonly notPersonal: NotPersonalEntry | null;
  /** For a cookie: its line in `cookies:`, which declares it as an entry in `fields:` would. */
  readonly cookie: Cookie | null;
  /** Category id in the map, from the entry or from an annotation in the code; null if neither. */
  readonly category: string | null;
  readonly purposes: readonly string[];
  /** Subject ids, of the entry or else of its purposes. */
  readonly subjects: readonly string[];
  /** Retention rule ids that apply: the entry's, else those of its purposes, else its store's. */
  readonly retention: readonly string[];
}

/** Two entries, equally specific, that claim the same field. */
export interface Ambiguity {
  readonly field: InventoryField;
  readonly entries: readonly (FieldEntry | NotPersonalEntry)[];
}

/** Annotation in the code and entry in the map that say different things. */
export interface Disagreement {
  readonly field: InventoryField;
  readonly entry: FieldEntry;
  readonly about: "category" | "purposes" | "item";
}

/** How much of what the code collects the map accounts for. Counts are of personal fields at or above the audit's confidence. */
export interface Coverage {
  readonly fields: number;
  readonly declared: number;
  readonly withCategory: number;
  readonly withPurpose: number;
  readonly withRetention: number;
}

export interface Reconciliation {
  /** Personal fields that ask for an entry: at or above the least confidence, person references left out. Ordered by place. */
  readonly fields: readonly ReconciledField[];
  /** Person references: in the inventory, asking for no entry. */
  readonly references: readonly InventoryField[];
  /** Entries that match no field of the inventory, dismissed ones included. */
  readonly unmatched: readonly (FieldEntry | NotPersonalEntry)[];
  readonly ambiguities: readonly Ambiguity[];
  readonly disagreements: readonly Disagreement[];
  readonly coverage: Coverage;
}

/** Everything a check may look at. Checks are pure functions over it. */
export interface AuditModel {
  readonly inventory: Inventory;
  readonly map: DataMap;
  readonly reconciliation: Reconciliation;
  readonly catalog: Catalog;
  /** What the map's pointers lead to. */
  readonly pointers: Pointers;
  readonly policy: PublishedPolicy;
  /** The map as it stood when the regulator was notified, where a copy was kept. */
  readonly filed: DataMap | null;
  readonly skipped: readonly SkippedFile[];
  /** True when only a part of what the map covers was audited: what was not found may be in the rest. */
  readonly partial: boolean;
  readonly regimes: readonly Regime[];
  /** ISO date on which the audit is made; given, never read from a clock. */
  readonly today: string;
}
