import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixtures, opis, transcript } from "./support.js";

/** Name of the transcript, the fixture it is run in, and the arguments. Read what a change does to them: it is what users see. */
const runs: readonly (readonly [string, string, string])[] = [
  ["clean", "clean", "audit"],
  ["clean-ru", "clean", "audit --lang ru"],
  ["findings", "findings", ""],
  ["findings-ru", "findings", "--lang ru"],
  ["findings-one-regime", "findings", "audit src/session.ts --regime gdpr"],
  ["no-map", "no-map", "audit"],
  ["no-map-ru", "no-map", "audit --lang ru"],
  ["broken-map", "broken-map", "audit"],
  ["incomplete", "incomplete", "audit --require-complete"],
  ["incomplete-ru", "incomplete", "audit --require-complete --lang ru"],
  ["hostile", "hostile", "audit"],
  ["missing-path", "clean", "audit nowhere"],
  ["mistyped-command", "clean", "inventry"],
  ["mistyped-option", "clean", "audit --formt json"],
  ["mistyped-format", "clean", "audit -f jsn"],
  ["mistyped-choice", "clean", "audit --fail-on fatal"],
  ["inventory", "findings", "inventory"],
  ["inventory-ru", "findings", "inventory --lang ru"],
  ["inventory-csv", "hostile", "inventory -f csv"],
  ["explain-field", "findings", "explain type:Patient.diagnosis"],
  ["explain-field-ru", "findings", "explain Patient.diagnosis --lang ru"],
  ["explain-place", "findings", "explain src/patient.ts:2"],
  ["explain-rule", "findings", "explain special/not-exempted"],
  ["explain-rule-ru", "findings", "explain special/not-exempted --lang ru"],
  ["explain-nothing", "findings", "explain Patient.fone"],
  ["rules", "clean", "rules basis"],
  ["init-stdout", "no-map", "init -o -"],
  ["help", "clean", "--help"],
  ["help-audit", "clean", "audit --help"],
];

test.for(runs)("%s", async ([name, fixture, line]) => {
  const argv = line.split(" ").filter(Boolean);
  const ran = await opis(argv, { cwd: join(fixtures, fixture) });
  await expect(transcript(argv, ran)).toMatchFileSnapshot(`transcripts/${name}.txt`);
});

test("every transcript belongs to a run", async () => {
  const kept = await readdir(join(import.meta.dirname, "transcripts"));
  expect(kept.sort()).toEqual(runs.map(([name]) => `${name}.txt`).sort());
});

test("a mistyped theme is answered with all themes and the nearest", async () => {
  const { stdout, stderr, code } = await opis(["rules", "speical"]);
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toMatch(/^error: There is no theme speical\. Themes: .*\bretention\b.*\bspecial\b/);
  expect(stderr).toContain("Did you mean special?");
});
