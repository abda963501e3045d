import type { AuditModel, Effect, InventoryField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { effectsOf, holds } from "../shared/retention.js";
import { personalRows } from "../shared/rows.js";

interface Parameters {
  /** Types of data few enough to be tried one by one: their digests tell the value. */
  readonly identifiers: readonly string[];
  /** Names of functions that mean to anonymise. */
  readonly functions: readonly string[];
}

/** Anonymisation that puts a plain digest in the place of an identifier. */
export default defineCheck<Parameters>({
  id: "retention/reversible-anonymisation",
  parameters: {
    type: "object",
    required: ["identifiers", "functions"],
    properties: {
      identifiers: { type: "array", items: { type: "string" } },
      functions: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, { identifiers, functions }) {
    const told = new Set<string>();
    for (const effect of candidates(model, functions)) {
      const fields = hashedIdentifiers(effect, model, identifiers);
      const subject = `${effect.place.file}: ${effect.callee} ${fields.map(({ field }) => field).join(" ")}`;
      if (fields.length === 0 || told.has(subject)) continue;
      told.add(subject);
      yield {
        subject,
        place: effect.place,
        data: { record: effect.record, fields: fields.map(({ field }) => field) },
        related: fields.map(({ place }) => ({ place, role: "field" })),
      };
    }
  },
});

/** What rules name for anonymisation, and functions so called. */
function candidates(model: AuditModel, functions: readonly string[]): Effect[] {
  const named = [...model.map.retention.values()]
    .filter(({ action }) => action === "anonymise")
    .flatMap((rule) => effectsOf(model, rule));
  const meant = model.inventory.operations.filter((effect) =>
    functions.some((word) => effect.function.toLowerCase().includes(word)),
  );
  return [...named, ...meant];
}

function hashedIdentifiers(
  { kind, writes = [], owners }: Effect,
  model: AuditModel,
  identifiers: readonly string[],
): InventoryField[] {
  if (kind !== "update") return [];
  const hashed = new Set(writes.filter(({ value }) => value === "hash").map(({ field }) => field));
  return personalRows(model)
    .filter(
      (row) => hashed.has(row.field.field) && identifiers.includes(row.field.dataType ?? "") && holds(owners, row),
    )
    .map(({ field }) => field);
}
