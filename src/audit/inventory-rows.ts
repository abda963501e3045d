import type { Catalog, DataMap, Inventory, InventoryField, InventoryRow, Reconciliation } from "../model/index.js";
import { formatPlace } from "../model/index.js";
import { SelectorIndex } from "../reconcile/index.js";

/** The machine-readable inventory: every personal field at any confidence, with what the map says of it. */
export function inventoryRows(
  inventory: Inventory,
  catalog: Catalog,
  reconciliation: Reconciliation | null,
  map: DataMap | null,
): InventoryRow[] {
  const stores = new SelectorIndex([...(map?.stores ?? [])], ([, store]) => store.matches);
  const storesOf = (field: InventoryField) => stores.claims(field).map(({ entry: [id] }) => id);
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
      purposes: row?.purposes ?? [],
      subjects: row?.subjects ?? [],
      retention: row?.retention ?? [],
      stores: row?.entry?.store ? [row.entry.store] : storesOf(field),
      notPersonal: row ? row.notPersonal !== null : false,
      ...(field.datum !== undefined && { datum: field.datum }),
    };
  });
}
