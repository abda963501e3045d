import { defineCheck } from "../check.js";
import { annotatedRows, entryLabel, labelOf, liveEntries, relatedFields } from "../shared/rows.js";

/** An entry, or an annotation that stands for one, without a category. */
export default defineCheck({
  id: "mapping/missing-category",
  *run(model) {
    for (const [entry, rows] of liveEntries(model)) {
      if (entry.category !== null) continue;
      const without = rows.filter(({ category }) => category === null);
      // Annotations beside every one of the fields make up for it.
      if (rows.length > 0 && without.length === 0) continue;
      const label = entryLabel(entry);
      yield { subject: label, place: entry.place, data: { entry: label }, related: relatedFields(without) };
    }
    for (const { field, category } of annotatedRows(model)) {
      if (category === null) yield { subject: field.id, place: field.place, data: { entry: labelOf(field) } };
    }
  },
});
