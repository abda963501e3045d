import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { annotatedRows, entryLabel, labelOf, liveEntries, relatedFields } from "../shared/rows.js";

/** An entry, or an annotation that stands for one, without a purpose; and a purpose that says nothing because its title is still a question. */
export default defineCheck({
  id: "mapping/missing-purpose",
  *run(model) {
    for (const [entry, rows] of liveEntries(model)) {
      if (entry.purposes.length > 0) continue;
      const without = rows.filter(({ purposes }) => purposes.length === 0);
      if (rows.length > 0 && without.length === 0) continue;
      const label = entryLabel(entry);
      const data = { entry: label, problem: "none" };
      yield { subject: label, place: entry.place, data, related: relatedFields(without) };
    }
    for (const { field, purposes } of annotatedRows(model)) {
      if (purposes.length > 0) continue;
      yield { subject: field.id, place: field.place, data: { entry: labelOf(field), problem: "none" } };
    }
    for (const [id, { title, place, path }] of model.map.purposes) {
      if (!isAnswered(title)) yield { subject: path, place, data: { entry: id, problem: "untitled" } };
    }
  },
});
