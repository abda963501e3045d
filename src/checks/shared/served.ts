import type { AuditModel, Effect, Right } from "../../model/index.js";
import { isOn, type KeptRecord } from "./records.js";
import { rowsByStore } from "./stores.js";

/**
 * Records that a right has to reach: of the people whose records it touches, and in the stores that the map says it reaches. What is kept of other
 * people alone is none of its business.
 */
export function servedBy(
  records: readonly KeptRecord[],
  effects: readonly Effect[],
  { reaches }: Pick<Right, "reaches">,
  model: AuditModel,
): KeptRecord[] {
  const touched = records.filter((record) => effects.some((effect) => isOn(effect, record)));
  // Whoever has an account is served; those whose data hang on it besides are not.
  const persons = touched.filter(({ rows }) => rows[0]!.field.ownerRole === "person");
  const people = new Set(
    (persons.length > 0 ? persons : touched).flatMap(({ rows }) => rows.flatMap(({ subjects }) => subjects)),
  );
  const stores = rowsByStore(model);
  const named = reaches.filter((id) => stores.has(id));
  const inReach = new Set(named.flatMap((id) => stores.get(id) ?? []).map(({ field }) => field.id));
  return records.filter(({ rows }) => {
    const subjects = rows.flatMap((row) => row.subjects);
    if (subjects.length === 0 || !subjects.every((subject) => people.has(subject))) return false;
    return named.length === 0 || rows.some(({ field }) => inReach.has(field.id));
  });
}
