import { availableParallelism } from "node:os";
import { loadReaders } from "../extract/index.js";
import type { Catalog, Facts, SkippedFile } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { keyOf, openFactsCache, type CacheOptions, type KnownFacts } from "./facts-cache.js";
import { readBytes } from "./read-file.js";
import { readDecoded, readOne, type ReadOne, type ScannedFile } from "./read-one.js";
import { partOf, type Shard, type ShardFacts } from "./shards.js";
import { factsStamp, stampOf } from "./stamp.js";
import { readInWorkers } from "./workers.js";

export interface ScanOptions {
  readonly catalog: Catalog;
  /** Worker threads; 1 reads in this thread. Default: one per processor where there is enough to read. */
  readonly jobs?: number | undefined;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where facts are kept between runs. Without it every file is read anew. */
  readonly cache?: CacheOptions | undefined;
  /** What other machines read of these files. */
  readonly known?: KnownFacts | undefined;
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
  return gather(await readEach(files, options));
}

/** What each file yields, in the order given, for those who keep it by file. */
export async function readEach(files: readonly DiscoveredFile[], options: ScanOptions): Promise<ScannedFile[]> {
  return (await readFiles(files, options)).map(({ scanned }) => scanned);
}

export function gather(scanned: readonly ScannedFile[]): Scanned {
  return {
    facts: scanned.flatMap(({ facts }) => (facts ? [facts] : [])),
    skipped: scanned.flatMap(({ skipped }) => skipped),
    analysed: scanned.filter(({ facts }) => facts !== null).length,
  };
}

/** What a file yields by a text that need not be the one on disk. */
export async function readGiven(file: string, text: string, catalog: Catalog): Promise<ScannedFile> {
  return readDecoded(file, { text, repaired: false }, await loadReaders(), catalog);
}

/** Facts of one machine's part of the files, for another to join with those of the rest. */
export async function readPart(
  files: readonly DiscoveredFile[],
  shard: Shard,
  options: ScanOptions,
): Promise<Omit<ShardFacts, "paths">> {
  const results = await readFiles(partOf(files, shard), options);
  return {
    kind: "opis-facts",
    version: 1,
    stamp: await factsStamp(options.catalog),
    shard,
    // What could not be read at all is for the machine that joins the parts to say.
    entries: results.flatMap(({ key, scanned }) => (key === null ? [] : [{ key, scanned }])),
  };
}

async function readFiles(files: readonly DiscoveredFile[], options: ScanOptions): Promise<readonly ReadOne[]> {
  const stamp = options.cache ? await stampOf(options.catalog) : null;
  const cache = options.cache && stamp !== null ? await openFactsCache(options.cache, stamp, files.length) : null;
  const memories = [options.known, cache].flatMap((memory) => (memory && !memory.empty ? [memory] : []));
  const recalled = files.map((file) => recall(memories, file));
  const rest = await readAnew(
    files.filter((_, index) => recalled[index] === null),
    options,
  );
  let next = 0;
  const results = recalled.map((one) => one ?? rest[next++]!);
  const kept = results.flatMap(({ key, scanned }, index) =>
    key === null ? [] : [{ file: files[index]!.file, key, scanned }],
  );
  // Nothing that a disk may do to the cache is of concern to the audit.
  await cache?.keep(kept).catch(() => undefined);
  return results;
}

function recall(memories: readonly KnownFacts[], { file, path, size }: DiscoveredFile): ReadOne | null {
  if (memories.length === 0) return null;
  const bytes = readBytes(path, size);
  if ("skip" in bytes) return null;
  const key = keyOf(file, bytes);
  for (const memory of memories) {
    const scanned = memory.find(file, key);
    if (scanned) return { scanned, key };
  }
  return null;
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
