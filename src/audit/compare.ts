import { stat } from "node:fs/promises";
import { join } from "node:path";
import { matchFindings, remember, type IsMap, type SameFile } from "../baseline/index.js";
import { findRenames, GitError, openRepository, resolveCommit } from "../git/index.js";
import type { ComparedWith, RememberedFinding } from "../model/index.js";
import type { AuditRun } from "./audit.js";

export interface Earlier {
  readonly with: ComparedWith;
  /** Commit from which git can tell which files have been renamed, or null. */
  readonly commit: string | null;
}

/** Takes the findings that were there before out of a result, and says so in it. */
export async function compareWith(
  run: AuditRun,
  remembered: readonly RememberedFinding[],
  earlier: Earlier,
): Promise<AuditRun> {
  const { findings } = run.result;
  const isMap = isMapOf(run);
  const first = matchFindings(findings, remembered, isMap);
  const moved = await movedFiles(run, first, isMap, earlier.commit);
  const { known, fresh, gone } = matchFindings(findings, remembered, isMap, moved);
  const partial = run.model?.partial ?? true;
  return {
    ...run,
    result: { ...run.result, findings: fresh, comparison: { with: earlier.with, known, gone: partial ? [] : gone } },
  };
}

/** Findings of a run as they are remembered. */
export function rememberAll(run: AuditRun): RememberedFinding[] {
  const isMap = isMapOf(run);
  return run.result.findings.map((finding) => remember(finding, isMap));
}

export function isMapOf({ model }: Pick<AuditRun, "model">): IsMap {
  const files = new Set(model?.map.files ?? []);
  return (file) => files.has(file);
}

/**
 * Whether a file of before goes by another name now: as git tells where it can be asked, else wherever the file of before is no longer there.
 */
export async function movedFiles(
  { root }: Pick<AuditRun, "root">,
  { fresh, gone }: Pick<ReturnType<typeof matchFindings>, "fresh" | "gone">,
  isMap: IsMap,
  commit: string | null,
): Promise<SameFile> {
  const files = new Set(gone.flatMap(({ file }) => (file === null ? [] : [file])));
  const missing = new Set<string>();
  for (const file of files) if (!(await isThere(join(root, file)))) missing.add(file);
  if (missing.size === 0) return () => false;
  const present = fresh.flatMap(({ place }) => (place && !isMap(place.file) ? [place.file] : []));
  const renames = commit && (await renamesSince(root, commit, [...missing].sort(), [...new Set(present)].sort()));
  return (before, now) => missing.has(before) && (!renames || renames.get(before) === now);
}

/** Null where git cannot tell: no repository, or one that does not hold the commit. */
async function renamesSince(
  root: string,
  commit: string,
  gone: readonly string[],
  present: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  try {
    const repository = await openRepository(root);
    return await findRenames(repository, await resolveCommit(repository, commit), { gone, present });
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
