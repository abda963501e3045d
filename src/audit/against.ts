import { resolve } from "node:path";
import { readBaseline } from "../baseline/index.js";
import { openRepository, partingCommit } from "../git/index.js";
import type { ComparedWith } from "../model/index.js";
import { auditOnce, type AuditRun } from "./audit.js";
import { auditCommit } from "./commit.js";
import { compareWith, rememberAll } from "./compare.js";
import type { AuditOptions } from "./options.js";

/**
 * Audits a code base against its data map; without a map, takes the inventory alone. With `baseline` or `since`, only what is new is found.
 * @throws NoFilesError when there is nothing to audit
 * @throws DataMapError when the map is unreadable or invalid, with every complaint
 * @throws CatalogError when a catalogue file of the user's is
 * @throws BaselineError when the baseline cannot be used
 * @throws GitError when the history cannot be asked
 */
export async function audit(options: AuditOptions = {}): Promise<AuditRun> {
  const { baseline, since } = options;
  if (baseline !== undefined) return auditOnTopOf(baseline, options);
  return since === undefined ? auditOnce(options) : auditSince(since, options);
}

async function auditOnTopOf(file: string, options: AuditOptions): Promise<AuditRun> {
  const { commit, findings } = await readBaseline(resolve(options.cwd ?? process.cwd(), file), file);
  const run = await auditOnce(options);
  return compareWith(run, findings, { with: { kind: "baseline", file }, commit });
}

async function auditSince(reference: string, options: AuditOptions): Promise<AuditRun> {
  const run = await auditOnce(options);
  const repository = await openRepository(run.root, options.signal);
  const commit = await partingCommit(repository, reference);
  const before = await auditCommit(repository, commit, run, options);
  const compared: ComparedWith = { kind: "commit", reference, commit };
  return compareWith(run, before ? rememberAll(before) : [], { with: compared, commit });
}
