import type { AuditModel, DataMap, FindingFact, InventoryField, Place } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { annotationPlace, entryLabel, labelOf } from "../shared/rows.js";

/** An id that nothing defines, in the map or in an annotation, and a clause number that YAML took for a number (`3.10` is 3.1). */
export default defineCheck({
  id: "mapping/unknown-reference",
  *run(model) {
    for (const { section, value, nearest, place, path } of model.map.unresolved) {
      const problem = section === "clause" ? "number" : nearest === null ? "unknown" : "misspelt";
      const data = { path, section, value, problem, ...(nearest !== null && { nearest }) };
      yield { subject: `${steadyPath(path, place, model.map)} ${value}`, place, data };
    }
    for (const field of model.inventory.fields) yield* unknownInAnnotation(field, model);
  },
});

/** A path that outlives another order: an entry by its selectors in place of its number, other numbers left out. */
function steadyPath(path: string, { file }: Place, { fields, notPersonal }: DataMap): string {
  const entry = [...fields, ...notPersonal].find(
    (each) => each.place.file === file && (path === each.path || path.startsWith(`${each.path}.`)),
  );
  const steady = entry ? `${entryLabel(entry)}${path.slice(entry.path.length)}` : path;
  return steady.replace(/\[\d+\]/g, "[]");
}

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
