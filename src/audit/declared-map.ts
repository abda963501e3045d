import type { DataMap, DeclaredMap } from "../model/index.js";

const LEFT_OUT: readonly string[] = ["audit", "unresolved", "fields"] satisfies readonly (keyof DataMap)[];

/** The map as plain data, ready to be written as JSON. */
export function declaredMap(map: DataMap): DeclaredMap {
  return plain(
    Object.fromEntries(Object.entries(map).filter(([section]) => !LEFT_OUT.includes(section))),
  ) as DeclaredMap;
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([id, item]: [string, unknown]) => keyed(id, plain(item)));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  // The path within the map is for complaints; the place says where to look.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === "path" ? [] : [[key, plain(item)]])),
  );
}

function keyed(id: string, item: unknown): object {
  return typeof item === "object" && item !== null ? { id, ...item } : { id, value: item };
}
