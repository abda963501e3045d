import type { Place } from "../model/index.js";

/**
 * A YAML value that knows where it stands. `path` is the way to it for people (`purposes.account.bases[0]`), within its own file, so that
 * values keep place and path when files are joined. Mappings are Maps: no key, `__proto__` included, means anything to JavaScript.
 */
export type Located = LocatedMap | LocatedList | LocatedScalar;

interface Common {
  readonly place: Place;
  readonly path: string;
}

export interface LocatedMap extends Common {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly keyPlace: Place;
  readonly value: Located;
}

export interface LocatedList extends Common {
  readonly kind: "list";
  readonly items: readonly Located[];
}

export interface LocatedScalar extends Common {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As written: `3.10` is still `3.10`, where `value` is 3.1. */
  readonly source: string;
}

/** Plain data for ajv. Objects have no prototype, so that a key `__proto__` or `constructor` is a key like any other. */
export function toPlain(node: Located): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(toPlain);
    case "map": {
      const plain = Object.create(null) as Record<string, unknown>;
      for (const [key, { value }] of node.entries) plain[key] = toPlain(value);
      return plain;
    }
  }
}

/** The node at a path of keys and indexes, or the deepest one on the way to it. */
export function nodeAt(root: Located, path: readonly string[]): Located {
  let node = root;
  for (const step of path) {
    const next = node.kind === "map" ? node.entries.get(step)?.value : childOfList(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOfList(node: Located, step: string): Located | undefined {
  return node.kind === "list" ? node.items[Number(step)] : undefined;
}

/** Adds a key to a path for people; keys that would read as something else are quoted. */
export function joinPath(path: string, key: string): string {
  if (!/^[\p{L}\p{N}_-]+$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
