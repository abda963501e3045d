import type { Finding, Severity, SkippedFile, SkipReason } from "../model/index.js";

/** What the process answers. Numbers are a contract with those who script it. */
export const exitCodes = {
  /** Nothing at or above the level that fails. */
  clean: 0,
  /** Findings at or above it. */
  findings: 1,
  /** Wrong usage, unreadable or invalid map, nothing to audit. */
  usage: 2,
  /** Something in scope could not be analysed, and `--require-complete` was given. */
  incomplete: 3,
  /** A defect of Opis itself. */
  defect: 70,
  /** Stopped by the user. */
  interrupted: 130,
  /** Stopped by the system. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Outcome {
  readonly findings: readonly Pick<Finding, "severity">[];
  readonly failOn: Severity;
  readonly skipped: readonly Pick<SkippedFile, "reason">[];
  readonly requireComplete: boolean;
  /** False when there was no map to hold the code against. */
  readonly judged: boolean;
}

/**
 * The exit code of an audit. An audit that must be complete and is not says so whatever it found: what it did not see may be worse.
 */
export function auditExitCode({ findings, failOn, skipped, requireComplete, judged }: Outcome): ExitCode {
  if (!judged) return exitCodes.usage;
  if (requireComplete && skipped.some(({ reason }) => isGap(reason))) return exitCodes.incomplete;
  return findings.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? exitCodes.findings : exitCodes.clean;
}

const RANK = { note: 1, warning: 2, error: 3 } as const satisfies Record<Severity, number>;

/** Whether a file left out for this reason may hide personal data. Generated and minified files repeat what stands elsewhere. */
const GAPS = {
  syntax: true,
  partial: true,
  unreadable: true,
  binary: true,
  "too-large": true,
  encoding: true,
  "outside-root": true,
  "broken-link": true,
  "not-regular": true,
  limit: true,
  generated: false,
  minified: false,
} as const satisfies Record<SkipReason, boolean>;

/** Files in scope of which not everything was seen. */
export function countGaps(skipped: readonly Pick<SkippedFile, "file" | "reason">[]): number {
  return new Set(skipped.filter(({ reason }) => isGap(reason)).map(({ file }) => file)).size;
}

function isGap(reason: SkipReason): boolean {
  return GAPS[reason];
}
