import { availableParallelism } from "node:os";
import { loadReaders } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { readOne, type ScannedFile } from "./read-one.js";
import { readInWorkers } from "./workers.js";

export interface ScanOptions {
  readonly catalog: Catalog;
  /** Worker threads; 1 reads in this thread. Default: one per processor where there is enough to read. */
  readonly jobs?: number | undefined;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Scanned {
  readonly facts: readonly Facts[];
  /** Files of which nothing, or not all, could be analysed. */
  readonly skipped: readonly SkippedFile[];
  /** Files of which facts were read, empty facts included. */
  readonly analysed: number;
}

/** A worker costs about as much to start as reading this much source. */
const BYTES_WORTH_A_WORKER = 1_500_000;

/** Facts of every file, in the order given, whatever the number of workers. */
export async function readAll(files: readonly DiscoveredFile[], options: ScanOptions): Promise<Scanned> {
  const jobs = workersFor(files, options.jobs);
  const results = jobs > 1 ? await readInWorkers(files, jobs, options) : await readHere(files, options);
  return {
    facts: results.flatMap(({ facts }) => (facts ? [facts] : [])),
    skipped: results.flatMap(({ skipped }) => skipped),
    analysed: results.filter(({ facts }) => facts !== null).length,
  };
}

function workersFor(files: readonly DiscoveredFile[], asked: number | undefined): number {
  // Workers run compiled code; from TypeScript sources, as in unit tests, there is none to run.
  if (import.meta.url.endsWith(".ts")) return 1;
  if (asked !== undefined) return Math.max(1, Math.min(asked, files.length));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return Math.min(availableParallelism(), Math.ceil(bytes / BYTES_WORTH_A_WORKER));
}

async function readHere(
  files: readonly DiscoveredFile[],
  { catalog, progress, signal }: ScanOptions,
): Promise<ScannedFile[]> {
  const readers = await loadReaders();
  const results: ScannedFile[] = [];
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    results.push(await readOne(file, readers, catalog));
    progress?.(index + 1, files.length);
  }
  return results;
}
