import type { Confidence, Regime } from "../model/index.js";
import type { ShardFacts } from "../scan/index.js";

/** A step of the work, for those who show progress. `total` is 0 while it is not known. */
export interface ProgressEvent {
  readonly stage: "discover" | "read" | "link" | "check";
  readonly done: number;
  readonly total: number;
}

export interface FactsCacheOptions {
  /** Absolute; made when it is not there. */
  readonly folder: string;
  /** What the files belong to. Default: the folder that places are relative to. */
  readonly project?: string;
}

export interface AuditOptions {
  /** Folder that relative paths start from. Default: the working folder. */
  readonly cwd?: string;
  /** Files and folders to audit. Default: the folder of the map, or `cwd` without one. */
  readonly paths?: readonly string[];
  /** The data map. Default: the nearest `opis.yaml` at or above the first path; null audits without one. */
  readonly map?: string | null;
  /** Folder that places are relative to when there is no map. Default: the git repository around the first path. */
  readonly root?: string;
  /** Regimes whose rules apply. Default: the map's, or both. */
  readonly regimes?: readonly Regime[];
  /** Fields below it ask for no entry. Default: `medium`. */
  readonly minConfidence?: Confidence;
  /** Leave out findings that this file remembers: what `opis baseline` wrote. */
  readonly baseline?: string;
  /** Leave out findings that were there at this commit, or where the history parted from it. */
  readonly since?: string;
  /** The published policy, instead of the one that the map names. */
  readonly policy?: string;
  /** ISO date on which reviews are past due and laws in force. Default: today, in UTC. */
  readonly today?: string;
  /** Worker threads. Default: as many as there are processors and work for them. The result does not depend on it. */
  readonly jobs?: number;
  /** Where facts of unchanged files are kept between runs. Default: none are kept. The result does not depend on it. */
  readonly cache?: FactsCacheOptions | null;
  /** What other machines have read of the same files; all parts, or none. */
  readonly shards?: readonly ShardFacts[];
  readonly progress?: (event: ProgressEvent) => void;
  /** Aborting makes the audit reject with the signal's reason. */
  readonly signal?: AbortSignal;
}
