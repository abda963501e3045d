import { stat } from "node:fs/promises";
import { join } from "node:path";
import { findRenames, GitError, lastChange, openRepository } from "../git/index.js";
import type { InventoryField } from "../model/index.js";
import type { AuditRun } from "./audit.js";
import { auditCommit } from "./commit.js";
import type { AuditOptions } from "./options.js";

export interface EarlierCode {
  readonly fields: readonly InventoryField[];
  /** Files that go by another name now. */
  readonly renames: ReadonlyMap<string, string>;
}

/** What the code collected when the map was last committed, or null where git cannot tell. */
export async function codeWhenMapChanged(run: AuditRun, options: AuditOptions): Promise<EarlierCode | null> {
  try {
    const repository = await openRepository(run.root, options.signal);
    const commit = await lastChange(repository, run.model?.map.files ?? []);
    const before = commit && (await auditCommit(repository, commit, run, options));
    if (!commit || !before) return null;
    const { fields } = before.inventory;
    const gone = await missing(run.root, [...new Set(fields.map(({ place }) => place.file))]);
    const present = [...new Set(run.inventory.fields.map(({ place }) => place.file))];
    return { fields, renames: await findRenames(repository, commit, { gone, present }) };
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

async function missing(root: string, files: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    files.map((file) =>
      stat(join(root, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => !there[index]).sort();
}
