import type { FieldFact, FieldKind, Hints, LinkedField, LinkedOwner } from "../model/index.js";

/** What a declaration is, when several collectors claim it: a stored column first, a plain type last. */
export const PRECEDENCE: Readonly<Record<FieldKind, number>> = {
  cookie: 0,
  "web-storage": 1,
  device: 2,
  store: 3,
  input: 4,
  type: 5,
};

/**
 * One declaration is one field: where an entity class is also a validated DTO and a plain class, the claim that says most is kept, with
 * the hints of all. Returns the owners without the claims that lost.
 */
export function keepOnePerPlace(owners: readonly LinkedOwner[]): LinkedOwner[] {
  const best = new Map<string, LinkedField>();
  const hints = new Map<string, Hints[]>();
  for (const owner of owners) {
    for (const field of owner.fields) {
      if (isInherited(field)) continue;
      const key = placeKey(field);
      const own = hints.get(key) ?? [];
      if (field.fact.hints) own.push(field.fact.hints);
      hints.set(key, own);
      const rival = best.get(key);
      if (!rival || rank(field) < rank(rival)) best.set(key, field);
    }
  }
  return owners.flatMap((owner) => {
    const fields = owner.fields.filter(
      (field) => isInherited(field) || rank(field) === rank(best.get(placeKey(field))!),
    );
    if (fields.length === 0 && owner.fields.length > 0) return [];
    return [
      replaceFields(owner, fields, (field) =>
        isInherited(field) ? field.fact : withHints(field.fact, hints.get(placeKey(field))!),
      ),
    ];
  });
}

function replaceFields(
  owner: LinkedOwner,
  fields: readonly LinkedField[],
  change: (field: LinkedField) => FieldFact,
): LinkedOwner {
  const copy = owner as { -readonly [Key in keyof LinkedOwner]: LinkedOwner[Key] };
  // Fields point back at their owner, so the record is changed in place rather than copied.
  copy.fields = fields.map((field) => Object.assign(field, { fact: change(field) }));
  return copy;
}

function isInherited(field: LinkedField): boolean {
  return field.declaredBy !== field.owner.fact;
}

function rank(field: LinkedField): number {
  return PRECEDENCE[field.owner.fact.kind];
}

function placeKey({ place, fact }: LinkedField): string {
  return `${place.file}\0${place.line}\0${place.column}\0${fact.name.split(".").pop()!}`;
}

function withHints(fact: FieldFact, all: readonly Hints[]): FieldFact {
  if (all.length < 2) return fact;
  const merged: Record<string, unknown> = {};
  for (const hints of all) {
    for (const [key, value] of Object.entries(hints)) {
      const known = merged[key];
      merged[key] =
        Array.isArray(known) && Array.isArray(value)
          ? [...new Set([...(known as unknown[]), ...(value as unknown[])])]
          : (known ?? value);
    }
  }
  return { ...fact, hints: merged as Hints };
}
