import type { DiscoveredFile } from "./discover.js";
import type { KnownFacts } from "./facts-cache.js";
import type { ScannedFile } from "./read-one.js";

/** One of several machines that read a code base together; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What one machine read of its part: plain data, to be joined with that of the others. */
export interface ShardFacts {
  readonly kind: "opis-facts";
  readonly version: 1;
  /** Build, catalogue and surroundings the facts were read with; only equals are joined. */
  readonly stamp: string;
  readonly shard: Shard;
  /** Files and folders that all parts are parts of, absolute or relative to the working folder; none for all that the map speaks of. */
  readonly paths: readonly string[];
  readonly entries: readonly { readonly key: string; readonly scanned: ScannedFile }[];
}

/** Parts that cannot be joined: some are missing, they are of different wholes, or were read in other surroundings. */
export class ShardError extends Error {
  readonly problem: "missing" | "count" | "stamp";
  readonly detail: string;

  constructor(problem: ShardError["problem"], detail: string) {
    super(`${problem}: ${detail}`);
    this.name = "ShardError";
    this.problem = problem;
    this.detail = detail;
  }
}

/** The files of a shard: stretches of the sorted list with about the same number of bytes, the same on every machine. */
export function partOf(files: readonly DiscoveredFile[], { index, of }: Shard): DiscoveredFile[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  return files.filter(({ size }) => {
    const part = total === 0 ? 0 : Math.floor(((before + size / 2) / total) * of);
    before += size;
    return Math.min(part, of - 1) === index - 1;
  });
}

/**
 * Joins the facts of all parts.
 * @throws ShardError when they are not all the parts of one whole, or were read by another build or with another catalogue
 */
export function joinShards(shards: readonly ShardFacts[], stamp: string): KnownFacts {
  const of = shards[0]?.shard.of ?? 0;
  const odd = shards.find(({ shard }) => shard.of !== of);
  if (odd) throw new ShardError("count", `${of}, ${odd.shard.of}`);
  const given = new Set(shards.map(({ shard: { index } }) => index));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !given.has(index));
  if (missing.length > 0) throw new ShardError("missing", missing.map((index) => `${index}/${of}`).join(", "));
  const other = shards.find((shard) => shard.stamp !== stamp);
  if (other) throw new ShardError("stamp", `${other.shard.index}/${other.shard.of}`);
  const entries = new Map(shards.flatMap((shard) => shard.entries.map(({ key, scanned }) => [key, scanned] as const)));
  return { empty: entries.size === 0, find: (_, key) => entries.get(key) ?? null };
}
