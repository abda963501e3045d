import { availableParallelism } from "node:os";
import { loadReaders } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { keyOf, openFactsCache, type CacheOptions, type FactsCache } from "./facts-cache.js";
import { readBytes } from "./read-file.js";
import { readOne, type ReadOne, type ScannedFile } from "./read-one.js";
import { stampOf } from "./stamp.js";
import { readInWorkers } from "./workers.js";

export interface ScanOptions {
  readonly catalog: Catalog;
  /** Worker threads; 1 reads in this thread. Default: one per processor where there is enough to read. */
  readonly jobs?: number | undefined;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where facts are kept between runs. Without it every file is read anew. */
  readonly cache?: CacheOptions | undefined;
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

/** Facts of every file, in the order given, whatever the number of workers and whatever was read before. */
export async function readAll(files: readonly DiscoveredFile[], options: ScanOptions): Promise<Scanned> {
  const results = options.cache ? await readCached(files, options, options.cache) : await readAnew(files, options);
  return {
    facts: results.flatMap(({ scanned: { facts } }) => (facts ? [facts] : [])),
    skipped: results.flatMap(({ scanned: { skipped } }) => skipped),
    analysed: results.filter(({ scanned: { facts } }) => facts !== null).length,
  };
}

async function readCached(
  files: readonly DiscoveredFile[],
  options: ScanOptions,
  where: CacheOptions,
): Promise<readonly ReadOne[]> {
  const stamp = await stampOf(options.catalog);
  if (stamp === null) return readAnew(files, options);
  const cache = await openFactsCache(where, stamp, files.length);
  const known = files.map((file) => recall(cache, file));
  const rest = await readAnew(
    files.filter((_, index) => known[index] === null),
    options,
  );
  let next = 0;
  const results = known.map((one) => one ?? rest[next++]!);
  const kept = results.flatMap(({ key, scanned }, index) =>
    key === null ? [] : [{ file: files[index]!.file, key, scanned }],
  );
  // Nothing that a disk may do to the cache is of concern to the audit.
  await cache.keep(kept).catch(() => undefined);
  return results;
}

function recall(cache: FactsCache, { file, path, size }: DiscoveredFile): ReadOne | null {
  if (cache.empty) return null;
  const bytes = readBytes(path, size);
  if ("skip" in bytes) return null;
  const key = keyOf(file, bytes);
  const scanned: ScannedFile | null = cache.find(file, key);
  return scanned && { scanned, key };
}

async function readAnew(files: readonly DiscoveredFile[], options: ScanOptions): Promise<readonly ReadOne[]> {
  if (files.length === 0) return [];
  const jobs = workersFor(files, options.jobs);
  return jobs > 1 ? readInWorkers(files, jobs, options) : readHere(files, options);
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
): Promise<ReadOne[]> {
  const readers = await loadReaders();
  const results: ReadOne[] = [];
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    results.push(await readOne(file, readers, catalog));
    progress?.(index + 1, files.length);
  }
  return results;
}
