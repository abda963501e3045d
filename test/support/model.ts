import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDataMap } from "../../src/data-map/index.js";
import type { DataMap, Inventory, InventoryField, Pointers } from "../../src/model/index.js";

const HEAD = "version: 1\ncontroller: {name: Example LLC, country: RU}\n";
const SECTIONS = ["categories: {}", "purposes: {}", "fields: []"];

/** A data map from its sections; those that the schema requires and the text lacks are empty. */
export async function mapOf(text: string): Promise<DataMap> {
  const folder = await mkdtemp(join(tmpdir(), "opis-map-"));
  try {
    const file = join(folder, "opis.yaml");
    const missing = SECTIONS.filter((section) => !new RegExp(`^${section.split(":")[0]!}:`, "m").test(text));
    await writeFile(file, `${HEAD}${missing.join("\n")}\n${text}`);
    return await loadDataMap(file, { root: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `prisma:User|email`, optionally `path#` before it, as a field of an inventory. */
export function fieldOf(text: string, more: Partial<InventoryField> = {}): InventoryField {
  const [, file = "src/app.ts", source = "", owner = "", field = ""] = /^(?:([^#]*)#)?([\w-]+):(.*)\|(.*)$/.exec(text)!;
  return {
    id: `${source}:${owner === "" ? "" : `${owner}.`}${field}`,
    source,
    owner,
    field,
    place: { file, line: 1, column: 1 },
    kind: "store",
    type: "string",
    hints: {},
    annotation: null,
    ownerRole: "person",
    dataType: "email",
    special: null,
    confidence: "high",
    evidence: [],
    ...more,
  };
}

export function inventoryOf(fields: readonly InventoryField[], more: Partial<Inventory> = {}): Inventory {
  const found = { dismissed: [], recipients: [], cookies: [], suppressions: [], flows: [], practices: [] };
  return { fields, ...found, stores: [], retention: [], operations: [], ...more };
}

/** Pointers that all lead nowhere. */
export const noPointers: Pointers = {
  resolve: (pointer) => ({ resolved: false, pointer, reason: "no-file", nearest: [] }),
};
