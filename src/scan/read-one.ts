import { extractFacts, type Readers } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { keyOf } from "./facts-cache.js";
import { machineMade } from "./machine-made.js";
import { decode, readBytes, type Unread } from "./read-file.js";

/** What one file yields: its facts, or why there are none, or both where part of it was read. */
export interface ScannedFile {
  readonly facts: Facts | null;
  readonly skipped: readonly SkippedFile[];
}

export interface ReadOne {
  readonly scanned: ScannedFile;
  /** Key of the very bytes that were read; null where there were none. */
  readonly key: string | null;
}

export async function readOne(
  { file, path, size }: DiscoveredFile,
  readers: Readers,
  catalog: Catalog,
): Promise<ReadOne> {
  const bytes = readBytes(path, size);
  if ("skip" in bytes) return { scanned: unread(file, bytes), key: null };
  return { scanned: await readText(file, bytes, readers, catalog), key: keyOf(file, bytes) };
}

async function readText(file: string, bytes: Buffer, readers: Readers, catalog: Catalog): Promise<ScannedFile> {
  const read = decode(bytes);
  return "skip" in read ? unread(file, read) : readDecoded(file, read, readers, catalog);
}

/** What a text yields, be it on disk or not. */
export async function readDecoded(
  file: string,
  read: { readonly text: string; readonly repaired: boolean },
  readers: Readers,
  catalog: Catalog,
): Promise<ScannedFile> {
  const made = machineMade(file, read.text);
  if (made) return unread(file, made);
  const facts = await extractFacts(file, read.text, readers, catalog);
  const skipped: SkippedFile[] = facts.problems.map(({ message, line, column, fatal }) => ({
    file,
    reason: fatal ? "syntax" : "partial",
    detail: message,
    line,
    column,
  }));
  if (read.repaired) {
    skipped.push({
      file,
      reason: "encoding",
      detail: "not valid UTF-8; read with replacement characters",
      line: 1,
      column: 1,
    });
  }
  const lost = facts.owners.length === 0 && facts.problems.some(({ fatal }) => fatal);
  return { facts: lost ? null : facts, skipped };
}

function unread(file: string, { skip, detail }: Unread): ScannedFile {
  return { facts: null, skipped: [{ file, reason: skip, detail, line: 1, column: 1 }] };
}
