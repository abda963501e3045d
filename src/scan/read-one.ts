import { extractFacts, type Readers } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { machineMade } from "./machine-made.js";
import { readSource } from "./read-file.js";

/** What one file yields: its facts, or why there are none, or both where part of it was read. */
export interface ScannedFile {
  readonly facts: Facts | null;
  readonly skipped: readonly SkippedFile[];
}

export async function readOne(
  { file, path, size }: DiscoveredFile,
  readers: Readers,
  catalog: Catalog,
): Promise<ScannedFile> {
  const read = readSource(path, size);
  if ("skip" in read)
    return { facts: null, skipped: [{ file, reason: read.skip, detail: read.detail, line: 1, column: 1 }] };
  const made = machineMade(file, read.text);
  if (made) return { facts: null, skipped: [{ file, reason: made.skip, detail: made.detail, line: 1, column: 1 }] };
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
