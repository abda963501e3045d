import { defineCheck } from "../check.js";
import { keptRecords } from "../shared/records.js";

/** People's data are kept, and the map names no way to see them, or one that is not there. */
export default defineCheck({
  id: "rights/no-access",
  *run(model) {
    const { map, pointers } = model;
    const kept = keptRecords(model);
    const right = map.rights.get("access");
    if (kept.length === 0) return;
    const records = [...new Set(kept.map(({ name }) => name))].sort();
    if (!right)
      yield {
        subject: "rights.access",
        place: map.controller.place,
        data: { problem: "missing", pointer: "", records },
      };
    else if (!pointers.resolve(right.entry).resolved)
      yield { subject: right.path, place: right.place, data: { problem: "lost", pointer: right.entry, records } };
  },
});
