import { workerData } from "node:worker_threads";
import { loadReaders } from "../extract/index.js";
import type { Catalog } from "../model/index.js";
import type { DiscoveredFile } from "./discover.js";
import { readOne, type ReadOne } from "./read-one.js";

// The pool hands its own data first and the caller's second.
const { catalog } = (workerData as [unknown, { catalog: Catalog }])[1];

/** Entry of a worker thread: reads a batch of files. */
export default async function readBatch(files: readonly DiscoveredFile[]): Promise<ReadOne[]> {
  const readers = await loadReaders();
  const results: ReadOne[] = [];
  for (const file of files) results.push(await readOne(file, readers, catalog));
  return results;
}
