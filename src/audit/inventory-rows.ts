import type { Catalog, Inventory, InventoryRow, Reconciliation } from "../model/index.js";
import { formatPlace } from "../model/index.js";

/** The machine-readable inventory: every personal field at any confidence, with what the map says of it. */
export function inventoryRows(
  inventory: Inventory,
  catalog: Catalog,
  reconciliation: Reconciliation | null,
): InventoryRow[] {
  const declared = new Map(reconciliation?.fields.map((row) => [row.field.id, row]));
  return inventory.fields.map((field): InventoryRow => {
    const row = declared.get(field.id);
    const dataType = field.dataType!;
    return {
      id: field.id,
      source: field.source,
      owner: field.owner,
      field: field.field,
      file: field.place.file,
      line: field.place.line,
      column: field.place.column,
      kind: field.kind,
      dataType,
      category: row?.category ?? catalog.dataTypes.get(dataType)?.category ?? null,
      special: field.special,
      confidence: field.confidence,
      evidence: field.evidence,
      entry: row?.entry ? formatPlace(row.entry.place) : null,
    };
  });
}
