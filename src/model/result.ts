import type { Comparison } from "./comparison.js";
import type { DeclaredMap } from "./declared.js";
import type { FieldKind } from "./facts.js";
import type { Finding, SuppressedFinding } from "./finding.js";
import type { Confidence, Evidence, InventoryCookie, InventoryRecipient, SkippedFile, Special } from "./inventory.js";
import type { InventoryFlow } from "./flows.js";
import type { Place } from "./place.js";
import type { Coverage } from "./reconciliation.js";
import type { InventoryStore } from "./stores.js";

/** One row of the machine-readable inventory. `category` is the map's, else the one the catalogue proposes; `entry` is the place of the map entry. */
export interface InventoryRow {
  readonly id: string;
  readonly source: string;
  readonly owner: string;
  readonly field: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: FieldKind;
  readonly dataType: string;
  readonly category: string | null;
  readonly special: Special | null;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly entry: string | null;
  /** Ids of the map that apply to it; empty without a map, and where the map says nothing of it. */
  readonly purposes: readonly string[];
  readonly subjects: readonly string[];
  readonly retention: readonly string[];
  readonly stores: readonly string[];
  /** True where the map says that this is no personal data. */
  readonly notPersonal: boolean;
  /** Name of the datum, where rows of several places are one: form, request, entity, column. */
  readonly datum?: string;
}

/** A third party, or a service of one's own, that the code reaches, with what it gets there. */
export interface RecipientRow extends InventoryRecipient {
  /** `first`: on a site of the controller's. */
  readonly party: "first" | "third";
  /** Personal data that reaches it, ordered by data type, then name. `field` is the inventory's id where that is known. */
  readonly data: readonly {
    readonly dataType: string;
    readonly name: string;
    readonly field: string | null;
    readonly place: Place;
  }[];
}

/** What an audit or an inventory run yields: plain data, ready for any renderer, the same bytes for the same input. */
export interface AuditResult {
  readonly version: 1;
  readonly tool: { readonly name: "opis"; readonly version: string };
  readonly scope: {
    readonly files: number;
    readonly analysed: number;
    readonly skipped: readonly SkippedFile[];
  };
  /** Null when there is no map. */
  readonly map: string | null;
  readonly coverage: Coverage;
  readonly inventory: readonly InventoryRow[];
  readonly recipients: readonly RecipientRow[];
  readonly cookies: readonly InventoryCookie[];
  readonly stores: readonly { readonly id: string; readonly type: string; readonly country: string }[];
  /** Stores that the code shows. */
  readonly storesInCode: readonly InventoryStore[];
  /** Personal data that leaves the program, as the code shows. */
  readonly flows: readonly InventoryFlow[];
  /** What the map says; null without one. */
  readonly declared: DeclaredMap | null;
  /** ISO date that reviews and laws were judged by. */
  readonly date: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Null unless only findings that are new were asked for. */
  readonly comparison: Comparison | null;
}
