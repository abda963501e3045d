import { stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { DataMapError } from "../data-map/index.js";
import { withSnapshot, type Repository } from "../git/index.js";
import { auditOnce, type AuditRun } from "./audit.js";
import { NoFilesError } from "./collect.js";
import type { AuditOptions } from "./options.js";

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
        ...options,
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
