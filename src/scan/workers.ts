import { Tinypool } from "tinypool";
import type { DiscoveredFile } from "./discover.js";
import type { ScanOptions } from "./read-all.js";
import type { ReadOne } from "./read-one.js";

/** Small enough to keep workers evenly busy, large enough that messages cost little. */
const BATCH_BYTES = 400_000;
const BATCH_FILES = 200;

/** Reads in worker threads, in batches of like size; results come back in the order of the files. */
export async function readInWorkers(
  files: readonly DiscoveredFile[],
  jobs: number,
  { catalog, progress, signal }: ScanOptions,
): Promise<ReadOne[]> {
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    runtime: "worker_threads",
    minThreads: jobs,
    maxThreads: jobs,
    workerData: { catalog },
  });
  let done = 0;
  try {
    const batches = await Promise.all(
      batchesOf(files).map(async (batch) => {
        const results = (await pool.run(batch, signal ? { signal } : {})) as ReadOne[];
        progress?.((done += batch.length), files.length);
        return results;
      }),
    );
    return batches.flat();
  } finally {
    await pool.destroy();
  }
}

export function batchesOf(files: readonly DiscoveredFile[]): DiscoveredFile[][] {
  const batches: DiscoveredFile[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.size > BATCH_BYTES || batches.at(-1)!.length >= BATCH_FILES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(file);
    bytes += file.size;
  }
  return batches;
}
