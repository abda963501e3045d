import cacache from "cacache";
import { createHash, randomUUID } from "node:crypto";
import type { ScannedFile } from "./read-one.js";

export interface CacheOptions {
  /** Absolute folder of the cache; made when it is not there. */
  readonly folder: string;
  /** What the files belong to: two projects, or two copies of one, do not push each other out. */
  readonly project: string;
}

/** What was read before, by the key of the file (see `keyOf`). */
export interface KnownFacts {
  /** True when there is nothing in it, so that no file need be looked up. */
  readonly empty: boolean;
  find(file: string, key: string): ScannedFile | null;
}

/** What earlier runs read. A cache that fails is an empty one: it must never fail an audit. */
export interface FactsCache extends KnownFacts {
  /** Keeps what this run read or found; what no run has asked for since the last one is let go. */
  keep(
    entries: Iterable<{ readonly file: string; readonly key: string; readonly scanned: ScannedFile }>,
  ): Promise<void>;
}

interface Pack {
  /** Makes every pack written another content: a damaged one of the same would be taken for already there. */
  readonly written: string;
  /** Build, catalogue and surroundings that the facts depend on beside the files. */
  readonly stamp: string;
  readonly entries: Readonly<Record<string, ScannedFile>>;
}

/** Files of one pack are read and written together: large enough that packs are few, small enough that an edit rewrites little. */
const FILES_PER_PACK = 64;
const MOST_PACKS = 4096;
const UNUSED_AFTER_DAYS = 30;
const DAY = 86_400_000;

/** Key of what a file yields: its name, which facts carry, and its bytes. */
export function keyOf(file: string, bytes: Uint8Array): string {
  return createHash("sha256").update(file).update("\0").update(bytes).digest("base64url");
}

/** Opens the packs that hold the given number of files of a project. */
export async function openFactsCache(options: CacheOptions, stamp: string, files: number): Promise<FactsCache> {
  const { folder, project } = options;
  const count = packsFor(files);
  const name = (index: number) => `opis:facts:${project}:${count}:${index}`;
  const packs = await Promise.all(Array.from({ length: count }, (_, index) => readPack(folder, name(index), stamp)));
  const empty = packs.every((pack) => pack === null);
  return {
    empty,
    find: (file, key) => {
      const pack = packs[packOf(file, count)];
      return pack && Object.hasOwn(pack.entries, key) ? pack.entries[key]! : null;
    },
    async keep(entries) {
      const now = Array.from({ length: count }, () => new Map<string, ScannedFile>());
      for (const { file, key, scanned } of entries) now[packOf(file, count)]!.set(key, scanned);
      await Promise.all(
        now.map(async (own, index) => {
          const before = packs[index]?.entries ?? {};
          if ([...own.keys()].every((key) => Object.hasOwn(before, key))) return;
          await writePack(folder, name(index), { written: randomUUID(), stamp, entries: joined(own, before) });
        }),
      );
      // Another run may be at it already; the next one will find what is left.
      await prune(folder).catch(() => undefined);
    },
  };
}

function packsFor(files: number): number {
  return Math.min(MOST_PACKS, 2 ** Math.ceil(Math.log2(Math.max(1, files / FILES_PER_PACK))));
}

function packOf(file: string, count: number): number {
  return createHash("sha256").update(file).digest().readUInt32LE(0) % count;
}

async function readPack(folder: string, name: string, stamp: string): Promise<Pack | null> {
  try {
    const { data } = await cacache.get(folder, name);
    const pack = JSON.parse(data.toString("utf8")) as Pack;
    return pack.stamp === stamp ? pack : null;
  } catch {
    // Absent, damaged, or being replaced by another run: read anew.
    return null;
  }
}

async function writePack(folder: string, name: string, pack: Pack): Promise<void> {
  await cacache.put(folder, name, JSON.stringify(pack));
}

/** This run's entries, and as many of the last one's: two branches looked at in turn keep both. */
function joined(own: ReadonlyMap<string, ScannedFile>, before: Pack["entries"]): Pack["entries"] {
  const others = Object.entries(before).filter(([key]) => !own.has(key));
  return Object.fromEntries([...own, ...others.slice(0, own.size)]);
}

/** Now and then lets go of what nothing names any more, and of what no run has written for a month. */
async function prune(folder: string): Promise<void> {
  const last = await cacache.verify.lastRun(folder).catch(() => null);
  if (last !== null && Date.now() - last.getTime() < DAY) return;
  const isRecent = ({ time }: { time: number }) => Date.now() - time < UNUSED_AFTER_DAYS * DAY;
  // The published types take the filter for a string; it is a predicate over the entries of the index.
  await cacache.verify(folder, { filter: isRecent as unknown as string });
}
