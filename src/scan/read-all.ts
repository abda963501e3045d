import { extractFacts, type Readers } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { machineMade } from "./machine-made.js";
import { readSource } from "./read-file.js";

export interface ScanOptions {
  readonly readers: Readers;
  readonly catalog: Catalog;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Scanned {
  readonly facts: readonly Facts[];
  /** Files of which nothing, or not all, could be analysed. */
  readonly skipped: readonly SkippedFile[];
  /** Files of which facts were read, empty facts included. */
  readonly analysed: number;
}

interface OneScanned {
  readonly facts: Facts | null;
  readonly skipped: readonly SkippedFile[];
}

/** Facts of every file, in the order given. */
export async function readAll(files: readonly DiscoveredFile[], options: ScanOptions): Promise<Scanned> {
  const results: OneScanned[] = [];
  for (const [index, file] of files.entries()) {
    options.signal?.throwIfAborted();
    results.push(await readOne(file, options));
    options.progress?.(index + 1, files.length);
  }
  return {
    facts: results.flatMap(({ facts }) => (facts ? [facts] : [])),
    skipped: results.flatMap(({ skipped }) => skipped),
    analysed: results.filter(({ facts }) => facts !== null).length,
  };
}

async function readOne({ file, path, size }: DiscoveredFile, { readers, catalog }: ScanOptions): Promise<OneScanned> {
  const read = await readSource(path, size);
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
  if (read.repaired)
    skipped.push({
      file,
      reason: "encoding",
      detail: "not valid UTF-8; read with replacement characters",
      line: 1,
      column: 1,
    });
  return { facts: facts.problems.some(({ fatal }) => fatal) && facts.owners.length === 0 ? null : facts, skipped };
}
