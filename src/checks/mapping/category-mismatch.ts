import type { AuditModel, Category, ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isExempted, kindOf } from "../shared/exemptions.js";
import { labelOf, personalRows } from "../shared/rows.js";

/**
 * The category declared for a field holds nothing of its kind. Data types that the catalogue puts in one category count as one kind, so that
 * `items: [full_name]` also covers a first name.
 */
export default defineCheck({
  id: "mapping/category-mismatch",
  *run(model) {
    for (const row of personalRows(model)) {
      const { field, entry, category } = row;
      const declared = category === null ? undefined : model.map.categories.get(category);
      if (category === null || !declared || !contradicts(row, category, declared, model)) continue;
      yield {
        subject: field.id,
        place: field.place,
        data: { field: labelOf(field), dataType: itemOf(row), category, items: declared.items },
        ...(entry && { related: [{ place: entry.place, role: "entry" }] }),
      };
    }
  },
});

/** What the map or the annotation calls the datum, else what it was recognised as. */
function itemOf({ entry, field }: ReconciledField): string {
  return entry?.item ?? field.annotation?.item ?? field.dataType ?? "";
}

function contradicts(row: ReconciledField, id: string, declared: Category, model: AuditModel): boolean {
  const { special } = row.field;
  // Without an exemption, data of a special category are faulted for that alone.
  if (special) return isExempted(model.map, id) && kindOf(special) !== declared.kind;
  const { dataTypes } = model.catalog;
  const item = itemOf(row);
  if (declared.items.length === 0 || [item, OTHER].some((each) => declared.items.includes(each)) || item === OTHER) {
    return false;
  }
  const kind = dataTypes.get(item)?.category;
  return kind !== undefined && declared.items.every((each) => differs(dataTypes.get(each)?.category, kind));
}

/** The data type of whatever has none of its own: it fits everywhere. */
const OTHER = "other";

function differs(category: string | undefined, kind: string): boolean {
  return category !== undefined && category !== kind;
}
