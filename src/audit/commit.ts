import { stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { DataMapError } from "../data-map/index.js";
import { openRepository, partingCommit, resolveCommit, withSnapshot, type Repository } from "../git/index.js";
import { auditOnce, type AuditRun } from "./audit.js";
import { NoFilesError } from "./collect.js";
import type { AuditOptions } from "./options.js";
import { placeOf } from "./prepare.js";

/**
 * Audits what a commit holds in the root of a present audit, by the map of that commit and the same options. Null when nothing was judged
 * there: it had no map, or one that does not load, or none of the paths.
 */
export async function auditCommit(
  repository: Repository,
  commit: string,
  { root, mapFile }: Pick<AuditRun, "root" | "mapFile">,
  options: AuditOptions,
): Promise<AuditRun | null> {
  const cwd = resolve(options.cwd ?? process.cwd());
  return withSnapshot(repository, commit, async (folder) => {
    const there = (path: string): string => join(folder, relative(root, resolve(cwd, path)));
    const given = (options.paths ?? []).map(there).filter((path) => `${path}${sep}`.startsWith(`${folder}${sep}`));
    const paths = await existing(given);
    if ((options.paths ?? []).length > 0 && paths.length === 0) return null;
    const map = mapFile ? join(folder, basename(mapFile)) : null;
    if (map !== null && (await existing([map])).length === 0) return null;
    try {
      return await auditOnce({
        ...asBefore(options, root),
        cwd: folder,
        root: folder,
        map,
        paths: paths.length > 0 ? paths : [folder],
      });
    } catch (error) {
      if (error instanceof NoFilesError || error instanceof DataMapError) return null;
      throw error;
    }
  });
}

/** The same options without what is known of the present: facts of the past are kept apart in the cache, neither pushing the other out. */
function asBefore(options: AuditOptions, root: string): AuditOptions {
  const { cache } = options;
  const rest: AuditOptions = Object.fromEntries(Object.entries(options).filter(([name]) => name !== "shards"));
  return cache ? { ...rest, cache: { ...cache, project: `${root}#before` } } : rest;
}

/**
 * Audits what a commit holds where the present audit would look; `partedFrom` takes the commit at which the history parted from the
 * reference. Without a map in it, its inventory.
 */
export async function auditAt(
  reference: string,
  options: AuditOptions,
  { partedFrom }: { readonly partedFrom: boolean },
): Promise<AuditRun> {
  const { root, mapFile } = await placeOf(options);
  const repository = await openRepository(root, options.signal);
  const commit = await (partedFrom ? partingCommit : resolveCommit)(repository, reference);
  return withSnapshot(repository, commit, async (folder) => {
    const map = mapFile ? join(folder, basename(mapFile)) : null;
    const [there] = await existing(map ? [map] : []);
    return auditOnce({ ...asBefore(options, root), cwd: folder, root: folder, map: there ?? null, paths: [folder] });
  });
}

async function existing(paths: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => there[index]);
}
