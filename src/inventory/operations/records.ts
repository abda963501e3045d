import type { Facts, LinkedOwner, OwnerFact, OwnerReference } from "../../model/index.js";
import type { NameTable } from "../names.js";

/** Finds all that declares a stored record by one of its names: the model, the migration of its table, the types of the query builder. */
export class StoredRecords {
  readonly #names: NameTable;
  readonly #owners: ReadonlyMap<OwnerFact, LinkedOwner>;
  readonly #byName = new Map<string, LinkedOwner[]>();

  constructor(names: NameTable, owners: readonly LinkedOwner[]) {
    this.#names = names;
    this.#owners = new Map(owners.map((owner) => [owner.fact, owner]));
    for (const owner of owners) {
      if (owner.fact.kind !== "store") continue;
      for (const key of keysOf(owner.fact)) {
        const known = this.#byName.get(key);
        if (known) known.push(owner);
        else this.#byName.set(key, [owner]);
      }
    }
  }

  /** Records that a name of a file means: resolved through its imports, else by the name itself. */
  find(file: string, name: string): readonly LinkedOwner[] {
    const declared = this.#names.owner(file, name);
    const fact = declared?.facts.owners[declared.index];
    const owner = fact && this.#owners.get(fact);
    const keys = owner?.fact.kind === "store" ? keysOf(owner.fact) : [recordKey(name)];
    return [...new Set(keys.flatMap((key) => this.#byName.get(key) ?? []))];
  }

  /** All that stands for the same record as one of its declarations. */
  alike(owner: LinkedOwner): readonly LinkedOwner[] {
    return [...new Set(keysOf(owner.fact).flatMap((key) => this.#byName.get(key) ?? []))];
  }

  /** Records that go when this one is deleted, by what the schema says. */
  cascades(): ReadonlyMap<LinkedOwner, readonly LinkedOwner[]> {
    const found = new Map<LinkedOwner, LinkedOwner[]>();
    for (const owner of this.#owners.values()) {
      for (const { fact, references, target } of owner.fields) {
        const parent = fact.hints?.cascades ? (references ?? target) : null;
        if (parent && parent !== owner) found.set(parent, [...(found.get(parent) ?? []), owner]);
      }
    }
    return found;
  }
}

/** One reference for all that declares a record of one name in one way: its table may be touched by a dozen migrations. */
export function referencesOf(owners: readonly LinkedOwner[]): OwnerReference[] {
  return [...new Map(owners.map((owner) => [`${owner.fact.source}\0${owner.fact.name}`, referenceOf(owner)])).values()];
}

export function referenceOf({ fact, place }: LinkedOwner): OwnerReference {
  return { source: fact.source, name: fact.name, file: place.file };
}

function keysOf({ name, table }: Facts["owners"][number]): string[] {
  return [...new Set([name, table].flatMap((one) => (one ? [recordKey(one)] : [])))];
}

/** `users`, `"public"."Users"`, `User`, `UserEntity` are one record. */
export function recordKey(name: string): string {
  const bare = name
    .replace(/^.*[.]/, "")
    .replaceAll(/[^\p{L}\p{Nd}]/gu, "")
    .toLowerCase();
  const stem = bare.length > 9 ? bare.replace(/(?:entity|model|schema|table)$/, "") : bare;
  if (stem.endsWith("ies")) return `${stem.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/.test(stem) ? stem.slice(0, -2) : stem.replace(/(?<!s)s$/, "");
}
