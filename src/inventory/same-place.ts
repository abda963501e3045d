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
 * the hints of all. What such a class inherits is kept once, too. Returns the owners without the claims that lost.
 */
export function keepOnePerPlace(owners: readonly LinkedOwner[]): LinkedOwner[] {
  const best = new Map<string, LinkedField>();
  const hints = new Map<string, Hints[]>();
  for (const owner of owners) {
    for (const field of owner.fields) {
      const key = claimKey(field);
      const own = hints.get(key) ?? [];
      if (field.fact.hints) own.push(field.fact.hints);
      hints.set(key, own);
      const rival = best.get(key);
      if (!rival || rank(field) < rank(rival)) best.set(key, field);
    }
  }
  return owners.flatMap((owner) => {
    const fields = owner.fields.filter((field) => isSameClaim(field, best.get(claimKey(field))!));
    if (fields.length === 0 && owner.fields.length > 0) return [];
    return [replaceFields(owner, fields, (field) => withHints(field.fact, hints.get(claimKey(field))!))];
  });
}

/** Claims of one collector stand together: it alone knows why it made two. */
function isSameClaim(field: LinkedField, best: LinkedField): boolean {
  return rank(field) === rank(best) && field.owner.fact.source === best.owner.fact.source;
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

function rank(field: LinkedField): number {
  return PRECEDENCE[field.owner.fact.kind];
}

/** A declaration by its place; what is inherited, also by the heir it is inherited by. */
function claimKey({ place, fact, owner, declaredBy }: LinkedField): string {
  const heir = declaredBy === owner.fact ? "" : `${owner.place.file}\0${owner.fact.binding ?? owner.fact.name}`;
  return `${place.file}\0${place.line}\0${place.column}\0${fact.name.split(".").pop()!}\0${heir}`;
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
