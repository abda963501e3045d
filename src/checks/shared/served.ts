import type { AuditModel, Effect, InventoryField, Right } from "../../model/index.js";
import { isOn, type KeptRecord } from "./records.js";
import { rowsByStore } from "./stores.js";

/**
 * Records that a right has to reach: of the people whose records it touches or that refer to these, and in the stores that the map says it reaches. What is kept of other
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
  const names = new Set(persons.map(({ name }) => name));
  const tied = new Set(
    [...model.reconciliation.references, ...model.reconciliation.fields.map(({ field }) => field)]
      .filter(({ hints }) => hints.references !== undefined && names.has(hints.references))
      .map(recordKey),
  );
  return records.filter(({ rows }) => {
    const subjects = rows.flatMap((row) => row.subjects);
    const theirs = tied.has(recordKey(rows[0]!.field))
      ? subjects.some((subject) => people.has(subject))
      : subjects.length > 0 && subjects.every((subject) => people.has(subject));
    return theirs && (named.length === 0 || rows.some(({ field }) => inReach.has(field.id)));
  });
}

function recordKey({ source, owner, place }: InventoryField): string {
  return `${place.file}\0${source}\0${owner}`;
}
