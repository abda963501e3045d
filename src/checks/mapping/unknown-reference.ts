import type { AuditModel, FindingFact, InventoryField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { annotationPlace, labelOf } from "../shared/rows.js";

/** An id that nothing defines, in the map or in an annotation, and a clause number that YAML took for a number (`3.10` is 3.1). */
export default defineCheck({
  id: "mapping/unknown-reference",
  *run(model) {
    for (const { section, value, nearest, place, path } of model.map.unresolved) {
      const problem = section === "clause" ? "number" : nearest === null ? "unknown" : "misspelt";
      const data = { path, section, value, problem, ...(nearest !== null && { nearest }) };
      yield { subject: `${path} ${value}`, place, data };
    }
    for (const field of model.inventory.fields) yield* unknownInAnnotation(field, model);
  },
});

function* unknownInAnnotation(field: InventoryField, { map, catalog }: AuditModel): Iterable<FindingFact> {
  const { category, purposes = [], item } = field.annotation ?? {};
  const said: readonly (readonly [string, string | undefined, { has(id: string): boolean }])[] = [
    ["categories", category, map.categories],
    ["dataTypes", item, catalog.dataTypes],
    ...purposes.map((purpose) => ["purposes", purpose, map.purposes] as const),
  ];
  for (const [section, value, known] of said) {
    if (value === undefined || known.has(value)) continue;
    const data = { path: labelOf(field), section, value, problem: "unknown" };
    yield { subject: `${field.id} ${value}`, place: annotationPlace(field), data };
  }
}
