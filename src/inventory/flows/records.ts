import type { Facts, LinkedField, LinkedOwner, OwnerFact, RecordReference } from "../../model/index.js";
import type { ModuleResolver } from "../modules.js";
import { NameTable } from "../names.js";

/** Finds the record that a type, schema or model name stands for. */
export class RecordTable {
  readonly #names: NameTable;
  readonly #owners: ReadonlyMap<OwnerFact, LinkedOwner>;
  /** Stored records by folded name; null where two of different shape share it. */
  readonly #stores = new Map<string, LinkedOwner | null>();

  constructor(files: readonly Facts[], modules: ModuleResolver, owners: readonly LinkedOwner[]) {
    this.#names = new NameTable(files, modules);
    this.#owners = new Map(owners.map((owner) => [owner.fact, owner]));
    for (const owner of owners) {
      if (owner.fact.kind !== "store") continue;
      const own = [owner.fact.name, owner.fact.table, owner.fact.binding].flatMap((name) => (name ? [fold(name)] : []));
      for (const name of new Set(own)) {
        const known = this.#stores.get(name);
        // Migrations and models declare the same table: the one that says most stands for it.
        if (!known || known.fields.length < owner.fields.length) this.#stores.set(name, owner);
      }
    }
  }

  find(file: string, { name, from }: RecordReference): LinkedOwner | null {
    const declared = this.#names.owner(file, name);
    const owner = declared && this.#owners.get(declared.facts.owners[declared.index]!);
    if (owner) return owner;
    return this.#stores.get(fold(name)) ?? (from === "model" ? (this.#stores.get(singular(fold(name))) ?? null) : null);
  }
}

function fold(name: string): string {
  return name.replaceAll(/[^\p{L}\p{Nd}]/gu, "").toLowerCase();
}

function singular(name: string): string {
  return name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.replace(/s$/, "");
}

/** What stands at a path within a record: a field, or the record that its fields make up. */
export function walk(
  owner: LinkedOwner,
  path: readonly string[],
  depth = 0,
): { readonly field: LinkedField } | { readonly owner: LinkedOwner } | null {
  if (path.length === 0) return { owner };
  if (depth > 6) return null;
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    const field = owner.fields.find(({ fact }) => fact.name === name);
    if (!field) continue;
    const rest = path.slice(length);
    if (field.target) return walk(field.target, rest, depth + 1);
    return rest.length === 0 ? { field } : null;
  }
  return null;
}
