import { realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { extractFacts, loadReaders, readsAsScript } from "../extract/index.js";
import { pointedPath, type LinkedCode } from "../inventory/index.js";
import type { Catalog, DataMap, Facts, Pointers } from "../model/index.js";
import { readSource } from "../scan/index.js";
import { pointersOf } from "./map-pointers.js";

/** Files read for the sake of pointers: a purge job lies a few calls away from what the map names. */
const MAX_ROUNDS = 8;
const MAX_FILES = 400;

/** Facts of a file with all its symbols; null where there is none within the root. */
export type ReadWhole = (root: string, file: string, catalog: Catalog) => Promise<Facts | "document" | null>;

/** Follows the pointers of a map into the code base, reading what they name and what that calls. */
export async function resolvePointers(
  map: DataMap,
  {
    root,
    code,
    catalog,
    read: readFile = readWhole,
  }: {
    readonly root: string;
    readonly code: LinkedCode;
    readonly catalog: Catalog;
    readonly read?: ReadWhole | undefined;
  },
): Promise<Pointers> {
  const pointers = pointersOf(map);
  const read = new Map<string, Facts>();
  const documents = new Set<string>();
  let wanted = pointers.flatMap((pointer) => pointedPath(pointer) ?? []);
  for (let round = 0; round < MAX_ROUNDS && wanted.length > 0; round++) {
    for (const file of new Set(wanted)) {
      if (read.has(file) || documents.has(file) || read.size >= MAX_FILES) continue;
      const facts = await readFile(root, file, catalog);
      if (facts === "document") documents.add(file);
      else if (facts) read.set(file, facts);
    }
    const lacking = code.lacking(pointers, { read: [...read.values()], documents });
    wanted = lacking.filter((file) => !read.has(file));
  }
  return code.pointers({ read: [...read.values()], documents });
}

/** Reads from disk. */
export async function readWhole(root: string, file: string, catalog: Catalog): Promise<Facts | "document" | null> {
  const path = resolve(root, file);
  const info = await stat(path).catch(() => null);
  if (!info?.isFile() && !info?.isDirectory()) return null;
  const [home, real] = await Promise.all([realpath(root), realpath(path)]);
  if (!`${real}${sep}`.startsWith(`${home}${sep}`)) return null;
  if (!info.isFile() || !readsAsScript(file)) return "document";
  const source = readSource(join(root, file), info.size);
  return "text" in source ? extractFacts(file, source.text, await loadReaders(), catalog, { whole: true }) : "document";
}
