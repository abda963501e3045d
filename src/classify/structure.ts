import type { LinkedField, LinkedOwner } from "../model/index.js";

const known = new WeakMap<LinkedOwner, ReadonlyMap<string, readonly LinkedField[]>>();

/** Fields that stand within each inline structure of a record, by the structure's path: `address` → `address.city`, `address.zip`. */
export function structuresOf(owner: LinkedOwner): ReadonlyMap<string, readonly LinkedField[]> {
  let structures = known.get(owner);
  if (!structures) known.set(owner, (structures = findStructures(owner)));
  return structures;
}

function findStructures({ fields }: LinkedOwner): Map<string, LinkedField[]> {
  const structures = new Map<string, LinkedField[]>();
  for (const field of fields) {
    const { name } = field.fact;
    for (let dot = name.indexOf("."); dot > 0; dot = name.indexOf(".", dot + 1)) {
      const path = name.slice(0, dot);
      const inner = structures.get(path);
      if (inner) inner.push(field);
      else structures.set(path, [field]);
    }
  }
  return structures;
}
