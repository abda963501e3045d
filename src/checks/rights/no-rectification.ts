import type { AuditModel, Right } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { keptRecords } from "../shared/records.js";

/** People's data are kept, and the map names no way to rectify or block them, or one that changes nothing. */
export default defineCheck({
  id: "rights/no-rectification",
  *run(model) {
    const { map } = model;
    if (keptRecords(model).length === 0) return;
    const given = (["rectify", "block"] as const).flatMap((kind) => map.rights.get(kind) ?? []);
    if (given.length === 0)
      yield { subject: "rights.rectify", place: map.controller.place, data: { problem: "missing", pointer: "" } };
    for (const right of given) {
      const problem = fault(right, model);
      if (problem !== null) yield { subject: right.path, place: right.place, data: { problem, pointer: right.entry } };
    }
  },
});

function fault({ entry }: Right, { pointers }: AuditModel): "lost" | "idle" | null {
  const target = pointers.resolve(entry);
  if (!target.resolved) return "lost";
  const runs = target.kind === "function" || target.kind === "class" || target.kind === "module";
  // What it hands over to code that is not here may well do the work.
  return runs && target.writes.length === 0 && target.beyond.length === 0 ? "idle" : null;
}
