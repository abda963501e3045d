import type { AuditModel, FieldEntry, ReconciledField } from "../../model/index.js";
import { retentionOfPurposes } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { annotatedRows, entryLabel, labelOf, liveEntries, relatedFields } from "../shared/rows.js";

/** Declared data that no retention rule covers. Told once for an entry; silent where a missing purpose or category is the cause. */
export default defineCheck({
  id: "retention/missing",
  *run(model) {
    for (const [entry, rows] of liveEntries(model)) {
      const without = rows.filter((row) => lacksRetention(row, model));
      if (rows.length > 0 ? without.length === 0 : !entryLacksRetention(entry, model)) continue;
      const label = entryLabel(entry);
      yield {
        subject: label,
        place: entry.place,
        data: { entry: label, purposes: without[0]?.purposes ?? entry.purposes },
        related: relatedFields(without),
      };
    }
    for (const row of annotatedRows(model)) {
      if (!lacksRetention(row, model)) continue;
      const { field, purposes } = row;
      yield { subject: field.id, place: field.place, data: { entry: labelOf(field), purposes } };
    }
  },
});

function lacksRetention({ retention, cookie, purposes, category }: ReconciledField, model: AuditModel): boolean {
  return retention.length === 0 && cookie === null && couldHaveOne(purposes, category, model);
}

/** An entry that matches only fields the audit leaves out. */
function entryLacksRetention({ retention, store, purposes, category }: FieldEntry, model: AuditModel): boolean {
  const ofStore = store === null ? null : (model.map.stores.get(store)?.retention ?? null);
  if (retention !== null || ofStore !== null) return false;
  return retentionOfPurposes(model.map, category, purposes).length === 0 && couldHaveOne(purposes, category, model);
}

/** Without a known purpose, or a category where terms go by category, retention cannot be told, and that is another finding. */
function couldHaveOne(purposes: readonly string[], category: string | null, { map }: AuditModel): boolean {
  const known = purposes.map((id) => map.purposes.get(id));
  if (known.length === 0 || known.includes(undefined)) return false;
  return category !== null || known.every((purpose) => purpose?.retentionByCategory.size === 0);
}
