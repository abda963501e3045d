import { groupBy } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { entryLabel, fewLabels } from "../shared/rows.js";

/** Entries, equally specific, that claim the same fields: told once for each set of entries, however many fields they share. */
export default defineCheck({
  id: "mapping/ambiguous-entry",
  *run({ reconciliation }) {
    const sets = groupBy(reconciliation.ambiguities, ({ entries }) => entries.map(({ path }) => path).join(" "));
    for (const shared of sets.values()) {
      const { entries } = shared[0]!;
      const [first, ...others] = [...entries].sort((a, b) => a.place.line - b.place.line);
      const last = others.at(-1);
      if (!first || !last) continue;
      yield {
        subject: [entryLabel(first), ...others.map(entryLabel)].sort().join(" | "),
        place: last.place,
        data: {
          entry: entryLabel(last),
          other: entryLabel(first),
          line: first.place.line,
          file: first.place.file,
          fields: fewLabels(shared),
        },
        related: [
          ...entries.filter((entry) => entry !== last).map(({ place }) => ({ place, role: "entry" })),
          ...shared.map(({ field }) => ({ place: field.place, role: "field" })),
        ],
      };
    }
  },
});
