import type { Effect } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isOn, keptRecords, type KeptRecord } from "../shared/records.js";
import { relatedFields } from "../shared/rows.js";
import { servedBy } from "../shared/served.js";

/** Erasure, as the map names it, leaves records of the same people where they are. */
export default defineCheck({
  id: "rights/incomplete-erasure",
  *run(model) {
    const right = model.map.rights.get("erase");
    if (!right) return;
    const target = model.pointers.resolve(right.entry);
    const about = { subject: right.path, place: right.place };
    if (!target.resolved) {
      yield { ...about, data: { problem: "lost", pointer: right.entry, record: "" } };
      return;
    }
    if (target.kind === "document" || target.kind === "url" || target.beyond.some(mayErase)) return;
    const erasing = target.effects.filter(erases);
    if (erasing.length === 0 && target.kind === "function" && target.beyond.length === 0)
      yield { ...about, data: { problem: "idle", pointer: right.entry, record: "" } };
    for (const record of servedBy(keptRecords(model), erasing, right, model)) {
      if (erasing.some((effect) => isOn(effect, record))) continue;
      yield {
        subject: `${right.path} ${record.name}`,
        place: right.place,
        data: { problem: "record", pointer: right.entry, record: record.name },
        related: relatedFields(record.rows satisfies KeptRecord["rows"]),
      };
    }
  },
});

/** A delete, or an update that blanks or replaces what is kept. */
function erases({ kind, writes = [] }: Effect): boolean {
  return (
    kind === "delete" ||
    (kind === "update" && writes.some(({ value }) => value === "blank" || value === "random" || value === "hash"))
  );
}

function mayErase(callee: string): boolean {
  return /delet|remov|eras|destroy|purg|anonymi|wipe|clear|drop|publish|enqueue|queue|emit|dispatch|add$/i.test(callee);
}
