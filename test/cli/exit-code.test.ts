import { expect, test } from "vitest";
import { auditExitCode, countGaps, exitCodes } from "../../src/cli/exit-code.js";
import type { Severity, SkipReason } from "../../src/model/index.js";

const outcome = (changes: Partial<Parameters<typeof auditExitCode>[0]> = {}) =>
  auditExitCode({ findings: [], failOn: "error", skipped: [], requireComplete: false, judged: true, ...changes });

test.for<[Severity[], Severity, number]>([
  [[], "note", exitCodes.clean],
  [["note", "warning"], "error", exitCodes.clean],
  [["note"], "warning", exitCodes.clean],
  [["warning"], "warning", exitCodes.findings],
  [["error"], "warning", exitCodes.findings],
  [["note", "error"], "error", exitCodes.findings],
  [["note"], "note", exitCodes.findings],
])("%j with --fail-on %s gives %i", ([severities, failOn, code]) => {
  expect(outcome({ findings: severities.map((severity) => ({ severity })), failOn })).toBe(code);
});

test.for<[SkipReason, number]>([
  ["syntax", exitCodes.incomplete],
  ["partial", exitCodes.incomplete],
  ["too-large", exitCodes.incomplete],
  ["binary", exitCodes.incomplete],
  ["outside-root", exitCodes.incomplete],
  ["generated", exitCodes.clean],
  ["minified", exitCodes.clean],
])("a file skipped as %s gives %i where completeness is required", ([reason, code]) => {
  expect(outcome({ skipped: [{ reason }], requireComplete: true })).toBe(code);
  expect(outcome({ skipped: [{ reason }] })).toBe(exitCodes.clean);
});

test("what was not seen weighs more than what was found", () => {
  const both = { findings: [{ severity: "error" as const }], skipped: [{ reason: "syntax" as const }] };
  expect(outcome({ ...both, requireComplete: true })).toBe(exitCodes.incomplete);
  expect(outcome(both)).toBe(exitCodes.findings);
});

test("without a map nothing was judged, whatever else holds", () => {
  expect(outcome({ judged: false, requireComplete: true, skipped: [{ reason: "syntax" }] })).toBe(exitCodes.usage);
});

test("a file with several faults is one gap", () => {
  const skipped = [
    { file: "a.ts", reason: "partial" },
    { file: "a.ts", reason: "encoding" },
    { file: "b.ts", reason: "syntax" },
    { file: "c.js", reason: "minified" },
  ] as const;
  expect(countGaps(skipped)).toBe(2);
});
