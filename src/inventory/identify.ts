import type { LinkedField } from "../model/index.js";

/**
 * Gives every field its id: `source:Owner.field`, with `path#` before it where two files declare an owner of that name in one source, and
 * `[2]` behind it where one file declares the same field of the same owner again.
 */
export function identify(fields: readonly LinkedField[]): Map<LinkedField, string> {
  const filesOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const field of fields) {
    const key = ownerKey(field);
    const file = filesOf.get(key);
    if (file === undefined) filesOf.set(key, field.owner.place.file);
    else if (file !== field.owner.place.file) shared.add(key);
  }
  const used = new Map<string, number>();
  return new Map(
    fields.map((field) => {
      const { fact, place } = field.owner;
      const plain = `${fact.source}:${fact.name ? `${fact.name}.` : ""}${field.fact.name}`;
      const id = shared.has(ownerKey(field)) ? `${place.file}#${plain}` : plain;
      const times = (used.get(id) ?? 0) + 1;
      used.set(id, times);
      return [field, times === 1 ? id : `${id}[${times}]`];
    }),
  );
}

/** Data without an owner (cookies, storage keys) is told apart by its own name. */
function ownerKey({ owner: { fact }, fact: field }: LinkedField): string {
  return `${fact.source}\0${fact.name || field.name}`;
}
