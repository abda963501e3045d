import type { Effect } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { practicesOf } from "../shared/practices.js";
import { isOn, keptRecords, takesAlong } from "../shared/records.js";
import { labelOf } from "../shared/rows.js";

/**
 * A field that is written, and left out by everything that reads its record. Told only where all reads of the record name the fields they take: a read of
 * the whole record may use any of them.
 */
export default defineCheck({
  id: "mapping/never-used",
  *run(model) {
    if (model.partial) return;
    const sought = new Set(practicesOf(model, "lookup").flatMap(({ names }) => names));
    const { operations } = model.inventory;
    for (const record of keptRecords(model)) {
      const own = operations.filter((effect) => isOn(effect, record));
      const reads = own.filter(({ kind }) => kind === "read");
      if (reads.length === 0 || reads.some(isWhole)) continue;
      if (operations.some((effect) => !isOn(effect, record) && takesAlong(effect, record))) continue;
      for (const { field } of record.rows) {
        const name = field.field.split(".")[0]!;
        const writing = own.find(({ writes = [] }) => writes.some((write) => write.field === name));
        if (!writing || sought.has(name) || field.hints.unique || reads.some((read) => names(read, name))) continue;
        yield {
          subject: labelOf(field),
          place: field.place,
          data: { field: labelOf(field), dataType: field.dataType! },
          related: [{ place: writing.place, role: "mention" }],
        };
      }
    }
  },
});

function isWhole({ select }: Effect): boolean {
  return select === undefined || select.length === 0 || select.includes("*");
}

function names({ select = [] }: Effect, field: string): boolean {
  return select.some((path) => path.split(".")[0] === field);
}
