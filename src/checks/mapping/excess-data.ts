import { defineCheck } from "../check.js";
import { labelOf, personalRows } from "../shared/rows.js";

/** A field whose category is not among those that its purpose may use. Purposes that list no categories limit nothing. */
export default defineCheck({
  id: "mapping/excess-data",
  *run(model) {
    const { map } = model;
    for (const { field, entry, category, purposes } of personalRows(model)) {
      if (category === null || !map.categories.has(category)) continue;
      const closed = purposes.flatMap((id) => {
        const purpose = map.purposes.get(id);
        return purpose?.categories && !purpose.categories.includes(category) ? [{ id, place: purpose.place }] : [];
      });
      if (closed.length === 0) continue;
      yield {
        subject: field.id,
        place: field.place,
        data: {
          field: labelOf(field),
          dataType: field.dataType ?? "",
          category,
          purposes: closed.map(({ id }) => id),
        },
        related: [
          ...(entry ? [{ place: entry.place, role: "entry" }] : []),
          ...closed.map(({ place }) => ({ place, role: "purpose" })),
        ],
      };
    }
  },
});
