import { stat } from "node:fs/promises";
import { linkInventory, type LinkedCode } from "../inventory/index.js";
import type { Catalog, Inventory, SkippedFile } from "../model/index.js";
import {
  discover,
  readAll,
  readPart,
  sourceEndings,
  type CacheOptions,
  type Discovered,
  type KnownFacts,
  type ScanOptions,
  type Shard,
  type ShardFacts,
} from "../scan/index.js";
import type { ProgressEvent } from "./options.js";

/** Thrown when a path does not exist or holds nothing to read: says where it looked. */
export class NoFilesError extends Error {
  readonly looked: readonly string[];
  /** True when the path itself is not there. */
  readonly missing: boolean;

  constructor(message: string, looked: readonly string[], missing = false) {
    super(message);
    this.name = "NoFilesError";
    this.looked = looked;
    this.missing = missing;
  }
}

export interface CollectOptions {
  readonly root: string;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly catalog: Catalog;
  readonly jobs?: number | undefined;
  readonly progress?: ((event: ProgressEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: CacheOptions | undefined;
  readonly known?: KnownFacts | undefined;
}

export interface Collected {
  readonly inventory: Inventory;
  readonly code: LinkedCode;
  readonly files: number;
  readonly analysed: number;
  readonly skipped: readonly SkippedFile[];
}

/** From a folder of code to the inventory. */
export async function collect(options: CollectOptions): Promise<Collected> {
  const discovered = await filesOf(options);
  const scanned = await readAll(discovered.files, scanOptions(options));
  options.progress?.({ stage: "link", done: 0, total: 1 });
  return {
    ...linkInventory(scanned.facts, options.catalog),
    files: discovered.files.length,
    analysed: scanned.analysed,
    skipped: [...discovered.skipped, ...scanned.skipped],
  };
}

/** Facts of one machine's part of a folder of code. */
export async function collectPart(options: CollectOptions, shard: Shard): Promise<Omit<ShardFacts, "paths">> {
  return readPart((await filesOf(options)).files, shard, scanOptions(options));
}

/** The files in scope. */
export async function filesOf({ root, paths, include, exclude, progress }: CollectOptions): Promise<Discovered> {
  for (const path of paths) {
    const exists = await stat(path).then(Boolean, () => false);
    if (!exists) throw new NoFilesError(`no such file or folder: ${path}`, [path], true);
  }
  progress?.({ stage: "discover", done: 0, total: 0 });
  const extensions = await sourceEndings();
  const discovered = await discover({ root, paths, include, exclude, extensions });
  if (discovered.files.length === 0) {
    throw new NoFilesError(
      `nothing to audit: no file that Opis reads (${extensions.join(" ")}) in ${paths.join(", ")}`,
      paths,
    );
  }
  return discovered;
}

/** How they are read. */
export function scanOptions({ catalog, jobs, progress, signal, cache, known }: CollectOptions): ScanOptions {
  return {
    catalog,
    jobs,
    progress: (done, total) => progress?.({ stage: "read", done, total }),
    signal,
    cache,
    known,
  };
}
