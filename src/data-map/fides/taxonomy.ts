import type { FidesTaxonomy } from "../../model/index.js";

/** The data type that a category of Fides stands for: that of the nearest category above it that the table names. */
export function dataTypeOf(category: string, { imports }: FidesTaxonomy): string | null {
  let key = category;
  while (key !== "") {
    if (Object.hasOwn(imports, key)) return imports[key]!;
    key = key.slice(0, Math.max(key.lastIndexOf("."), 0));
  }
  return null;
}
