import type { AuditModel, ReconciledField } from "../../model/index.js";
import { SelectorIndex } from "../../reconcile/index.js";
import { personalRows } from "./rows.js";

/** Fields that each store of the map holds: those whose entries name it, and those its selectors match. */
export function rowsByStore(model: AuditModel): Map<string, ReconciledField[]> {
  const rows = new Map<string, ReconciledField[]>([...model.map.stores.keys()].map((id) => [id, []]));
  const index = new SelectorIndex([...model.map.stores], ([, store]) => store.matches);
  for (const row of personalRows(model)) {
    const named = row.entry?.store ?? null;
    const ids = named === null ? index.claims(row.field).map(({ entry }) => entry[0]) : [named];
    for (const id of ids) rows.get(id)?.push(row);
  }
  return rows;
}

/** Ids of the kinds of people whose data a store holds; all kinds when that cannot be told. */
export function subjectsOf({ map }: AuditModel, rows: readonly ReconciledField[]): string[] {
  const own = new Set(rows.flatMap(({ subjects }) => subjects));
  return own.size > 0 ? [...own] : [...map.subjects.keys()];
}
