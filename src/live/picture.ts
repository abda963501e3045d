import type { AuditRun } from "../audit/index.js";
import type { Complaint } from "../data-map/index.js";
import type { DataMap, Finding, InventoryField, ReconciledField } from "../model/index.js";

/** What an audit says, as plain data that can be handed from thread to thread. */
export interface Picture {
  readonly map: DataMap | null;
  /** What keeps the map from being used. */
  readonly complaints: readonly Complaint[];
  readonly findings: readonly Finding[];
  /** Fields that ask for an entry, with what the map says of them. */
  readonly rows: readonly ReconciledField[];
  /** All personal fields. */
  readonly fields: readonly InventoryField[];
}

export function pictureOf({ result, model, inventory }: AuditRun, complaints: readonly Complaint[]): Picture {
  return {
    map: model?.map ?? null,
    complaints,
    findings: result.findings,
    rows: model?.reconciliation.fields ?? [],
    fields: inventory.fields,
  };
}
