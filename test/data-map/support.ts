import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DataMapError, formatComplaints, loadDataMap, type LoadOptions } from "../../src/data-map/index.js";
import type { DataMap } from "../../src/model/index.js";

/** A fresh folder holding the given files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "opis-map-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
}

export async function loadFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LoadOptions> = {},
): Promise<DataMap> {
  const root = await folderWith(files);
  return loadDataMap(join(root, "opis.yaml"), { root, ...options });
}

export const loadText = (text: string | Uint8Array, options: Partial<LoadOptions> = {}): Promise<DataMap> =>
  loadFiles({ "opis.yaml": text }, options);

/** What is wrong with a map, as people read it; empty when it loads. */
export async function complaintsOf(files: Readonly<Record<string, string | Uint8Array>> | string): Promise<string> {
  try {
    await loadFiles(typeof files === "string" ? { "opis.yaml": files } : files);
    return "";
  } catch (error) {
    if (error instanceof DataMapError) return formatComplaints(error.complaints, "en");
    throw error;
  }
}

/** The smallest map that loads, with lines added to it or put in place of sections. */
export function small(sections: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    version: "1",
    controller: '{name: Northwind, country: "RU"}',
    categories: "{contact: {items: [email]}}",
    purposes: "{account: {title: Run the account}}",
    fields: "[]",
    ...sections,
  };
  return Object.entries(all)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}: ${text}\n`)
    .join("");
}
