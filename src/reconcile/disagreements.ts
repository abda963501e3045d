import type { Annotation, Disagreement, FieldEntry, InventoryField } from "../model/index.js";

/** What an annotation in the code and the entry in the map say differently. Silence of either is no disagreement. */
export function disagreementsOf(field: InventoryField, annotation: Annotation, entry: FieldEntry): Disagreement[] {
  const found: Disagreement[] = [];
  if (differs(annotation.category, entry.category)) found.push({ field, entry, about: "category" });
  if (annotation.purposes?.length && entry.purposes.length && !sameMembers(annotation.purposes, entry.purposes)) {
    found.push({ field, entry, about: "purposes" });
  }
  if (differs(annotation.item, entry.item)) found.push({ field, entry, about: "item" });
  return found;
}

function differs(said: string | undefined, declared: string | null): boolean {
  return said !== undefined && declared !== null && said !== declared;
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  const members = new Set(a);
  return members.size === new Set(b).size && b.every((member) => members.has(member));
}
