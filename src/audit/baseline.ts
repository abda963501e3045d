import { join } from "node:path";
import { matchFindings, type Baseline } from "../baseline/index.js";
import { currentCommit } from "../git/index.js";
import type { AuditRun } from "./audit.js";
import { isMapOf, movedFiles, rememberAll } from "./compare.js";

/** A baseline that accepts everything a run found. */
export async function acceptFindings(run: AuditRun): Promise<Baseline> {
  return { commit: await currentCommit(run.root), findings: rememberAll(run) };
}

export interface Pruned {
  readonly baseline: Baseline;
  readonly kept: number;
  /** Findings that no longer occur and are left out. */
  readonly removed: Baseline["findings"];
}

/**
 * A baseline without the findings that no longer occur. Nothing is added to it; what stands in a file that goes by another name now is
 * remembered under that name. `judged` tells files that the run has looked at: of others it cannot say.
 */
export async function pruneBaseline(
  run: AuditRun,
  { commit, findings }: Baseline,
  judged: (file: string) => boolean = () => true,
): Promise<Pruned> {
  const isMap = isMapOf(run);
  const inScope = findings.filter(({ file }) => file === null || judged(join(run.root, file)));
  const first = matchFindings(run.result.findings, inScope, isMap);
  const moved = await movedFiles(run, first, isMap, commit);
  const { known, gone } = matchFindings(run.result.findings, inScope, isMap, moved);
  const removed = run.model?.partial ? gone.filter(({ file }) => file !== null) : gone;
  const outside = findings.filter((each) => !inScope.includes(each));
  const unsure = gone.filter((each) => !removed.includes(each));
  const kept = [...rememberAll({ ...run, result: { ...run.result, findings: known } }), ...outside, ...unsure];
  return { baseline: { commit: await currentCommit(run.root), findings: kept }, kept: kept.length, removed };
}
