import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { loadDataMap } from "../data-map/index.js";
import type { Catalog, DataMap, PublishedPolicy } from "../model/index.js";
import { PolicyError, readPolicy } from "../policy/index.js";

interface Around {
  /** Absolute. */
  readonly root: string;
  readonly catalog: Catalog;
}

/** Reads the policy that a map names. What lies outside the root, or behind an address, is left alone. */
export async function publishedPolicy(map: DataMap, around: Around): Promise<PublishedPolicy> {
  const file = map.policy?.file ?? null;
  if (file === null) return { read: false, reason: "undeclared" };
  if (/^[a-z][a-z\d+.-]+:/i.test(file)) return { read: false, reason: "elsewhere" };
  const path = resolve(around.root, file);
  if (!(await isFileWithin(around.root, path))) return { read: false, reason: "no-file" };
  try {
    return await policyIn(path, around);
  } catch (error) {
    if (error instanceof PolicyError) return { read: false, reason: "unreadable" };
    throw error;
  }
}

/**
 * Reads the policy in a file that the user named.
 * @throws PolicyError when it cannot be read as one
 */
export async function policyIn(path: string, { root, catalog }: Around): Promise<PublishedPolicy> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PolicyError("missing", path, { cause });
  });
  return { read: true, text: await readPolicy(relative(root, path).split(sep).join("/"), bytes, catalog) };
}

async function isFileWithin(root: string, path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) return false;
  const [home, real] = await Promise.all([realpath(root), realpath(path)]);
  return real.startsWith(`${home}${sep}`);
}

/** The copy of the map that was kept when the regulator was notified, or null. One that cannot be read is the pointers' matter. */
export async function filedMap(map: DataMap, { root }: Pick<Around, "root">): Promise<DataMap | null> {
  const snapshot = map.controller.art22?.snapshot ?? null;
  if (snapshot === null || !/\.ya?ml$/i.test(snapshot)) return null;
  const path = join(root, snapshot);
  if (!(await isFileWithin(root, path))) return null;
  return loadDataMap(path, { root }).catch(() => null);
}
