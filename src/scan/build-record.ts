import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadReaders, readableExtensions } from "../extract/index.js";

/** What the build knows of itself, so that a run need not load every reader to find it out. */
export interface BuildRecord {
  /** Hash of the compiled code and catalogue: facts read by another build are not taken for those of this one. */
  readonly hash: string;
  /** File endings that some language reads. */
  readonly extensions: readonly string[];
}

const compiled = fileURLToPath(new URL("../", import.meta.url));
const file = fileURLToPath(new URL("./build.json", import.meta.url));

/** Build step: the last one, for it seals what the others wrote. */
export async function writeBuildRecord(): Promise<void> {
  const record: BuildRecord = { hash: await hashFolder(compiled), extensions: readableExtensions(await loadReaders()) };
  await writeFile(file, JSON.stringify(record));
}

/** The record of this build, or null where there is none, as when running from sources. */
export async function readBuildRecord(): Promise<BuildRecord | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as BuildRecord);
}

/** The file endings that are read, from the build's record where there is one. */
export async function sourceEndings(): Promise<readonly string[]> {
  return (await readBuildRecord())?.extensions ?? readableExtensions(await loadReaders());
}

async function hashFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:js|json)$/.test(entry.name) && entry.name !== "build.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const path of files)
    hash
      .update(path.slice(folder.length))
      .update("\0")
      .update(await readFile(path));
  return hash.digest("hex");
}
