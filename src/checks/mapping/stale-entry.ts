import { defineCheck } from "../check.js";
import { entryLabel } from "../shared/rows.js";

/** An entry that matches nothing in the code, not even a field judged not personal. An audit of a part of the code cannot tell. */
export default defineCheck({
  id: "mapping/stale-entry",
  *run({ reconciliation, partial }) {
    if (partial) return;
    for (const entry of reconciliation.unmatched) {
      const label = entryLabel(entry);
      yield { subject: label, place: entry.place, data: { entry: label } };
    }
  },
});
