import type { DataMap } from "./data-map.js";

/**
 * What the data map says, as plain data: every entry with its place, maps as lists whose items carry their key as `id`. What concerns the
 * audit itself is left out, and `fields`, whose entries stand in the rows of the inventory.
 */
export type DeclaredMap = {
  readonly [Section in Exclude<keyof DataMap, "audit" | "unresolved" | "fields">]: PlainMap<DataMap[Section]>;
};

/** One entry of a section of the map, with its key. */
export type Declared<Section extends keyof DeclaredMap> = DeclaredMap[Section] extends readonly (infer Item)[]
  ? Item
  : never;

type PlainMap<Value> =
  Value extends ReadonlyMap<string, infer Item>
    ? readonly (Item extends string ? { readonly id: string; readonly value: Item } : WithId<Item>)[]
    : Value extends readonly (infer Item)[]
      ? readonly PlainMap<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value as Key extends "path" ? never : Key]: PlainMap<Value[Key]> }
        : Value;

type WithId<Item> = { readonly id: string } & PlainMap<Item>;
