import type { AuditModel, Effect, ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { effectsOf, holds, marksDeleted, recordsOf, storedByRetention } from "../shared/retention.js";

/**
 * Destruction that only sets a mark: what the rule's functions do to a governed record is an update of `deletedAt` and its like, and nothing in the
 * code base deletes such records later.
 */
export default defineCheck({
  id: "retention/soft-delete-only",
  *run(model) {
    const governed = storedByRetention(model);
    const told = new Set<string>();
    for (const [id, rule] of model.map.retention) {
      if (rule.action !== "destroy") continue;
      const effects = effectsOf(model, rule);
      for (const effect of effects) {
        const mark = softMark(effect);
        const rows = mark === null ? [] : (governed.get(id) ?? []).filter((row) => holds(effect.owners, row));
        if (mark === null || rows.length === 0 || rows.every((row) => isDeleted(row, effects, model))) continue;
        const subject = `${effect.place.file}: ${effect.callee} ${effect.record}`;
        if (told.has(subject)) continue;
        told.add(subject);
        yield {
          subject,
          place: effect.place,
          data: { rule: id, records: recordsOf(rows), mark },
          related: [{ place: rule.place, role: "entry" }],
        };
      }
    }
  },
});

function softMark(effect: Effect): string | null {
  return effect.kind === "delete" ? (effect.soft ?? null) : marksDeleted(effect);
}

function isDeleted(row: ReconciledField, effects: readonly Effect[], { inventory }: AuditModel): boolean {
  const really = (effect: Effect) => effect.kind === "delete" && !effect.soft && holds(effect.owners, row);
  if (effects.some(really)) return true;
  // A later sweep: by age, or of what carries the mark.
  return inventory.operations.some(
    (effect) => really(effect) && (effect.cutoff !== undefined || effect.marked === true),
  );
}
