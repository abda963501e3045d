import {
  compareText,
  groupBy,
  type Finding,
  type Severity,
  type SkippedFile,
  type SkipReason,
} from "../model/index.js";
import type { Key, Speaker } from "./words/index.js";

export const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];

const COUNT_KEYS = {
  error: "summary.errors",
  warning: "summary.warnings",
  note: "summary.notes",
} as const satisfies Record<Severity, Key>;

export interface SeverityCount {
  readonly severity: Severity;
  readonly count: number;
  readonly words: string;
}

/** `12 errors`, `1 note`: severities that occur, worst first. */
export function severityCounts(findings: readonly Finding[], words: Speaker): SeverityCount[] {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count, words: words.say(COUNT_KEYS[severity], { n: count }) }];
  });
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Worst first, then the most frequent. */
export function ruleCounts(findings: readonly Finding[]): RuleCount[] {
  const groups = [...groupBy(findings, ({ rule }) => rule)];
  return groups
    .map(([rule, own]): RuleCount => ({ rule, severity: own[0]!.severity, count: own.length }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.count - a.count ||
        compareText(a.rule, b.rule),
    );
}

export function filesWithFindings(findings: readonly Finding[]): number {
  return new Set(findings.flatMap(({ place }) => (place ? [place.file] : []))).size;
}

/** Whether a file skipped for this reason was still read, with something missed. */
const READ = {
  partial: true,
  encoding: true,
  syntax: false,
  unreadable: false,
  binary: false,
  "too-large": false,
  generated: false,
  minified: false,
  "outside-root": false,
  "broken-link": false,
  "not-regular": false,
  limit: false,
} as const satisfies Record<SkipReason, boolean>;

/** One row a file: files not read at all, and those read in part. */
export function skippedFiles(skipped: readonly SkippedFile[]): { not: SkippedFile[]; inPart: SkippedFile[] } {
  const files = [...groupBy(skipped, ({ file }) => file).values()].map(
    (rows) => rows.find(({ reason }) => !READ[reason]) ?? rows[0]!,
  );
  return { not: files.filter(({ reason }) => !READ[reason]), inPart: files.filter(({ reason }) => READ[reason]) };
}
