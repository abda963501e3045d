import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtures, opis } from "./support.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-baseline-"));
  await cp(join(fixtures, "findings"), folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

const run = (...argv: string[]) => opis(argv, { cwd: folder });

test("accepts what is found today, in a file that its schema describes and nothing else", async () => {
  const { stdout, stderr, code } = await run("baseline");
  expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
  expect(stderr).toBe("Wrote opis-baseline.json: 10 findings are accepted.\n");
  expect((await readdir(folder)).sort()).toEqual(["opis-baseline.json", "opis.yaml", "src"]);
  const text = await readFile(join(folder, "opis-baseline.json"), "utf8");
  const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse((await run("schema", "baseline")).stdout) as object,
  );
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  await run("baseline");
  expect(await readFile(join(folder, "opis-baseline.json"), "utf8")).toBe(text);
});

test("what is accepted does not fail, is counted, and is told apart in every format", async () => {
  await run("baseline", "-q");
  const plain = await run("audit", "--baseline", "opis-baseline.json", "--fail-on", "note");
  expect(plain.code).toBe(0);
  expect(plain.stdout).toContain("10 findings are in the baseline opis-baseline.json and are left out");
  const russian = await run("audit", "--baseline", "opis-baseline.json", "--lang", "ru");
  expect(russian.stdout).toContain("10 находок принято в opis-baseline.json и не показано");
  const json = JSON.parse((await run("audit", "--baseline", "opis-baseline.json", "-f", "json")).stdout) as {
    findings: unknown[];
    comparison: { known: unknown[]; gone: unknown[] };
  };
  expect([json.findings, json.comparison.known.length, json.comparison.gone]).toEqual([[], 10, []]);
  const sarif = JSON.parse((await run("audit", "--baseline", "opis-baseline.json", "-f", "sarif")).stdout) as {
    runs: { results: { baselineState?: string }[] }[];
  };
  const states = sarif.runs[0]!.results.map(({ baselineState }) => baselineState);
  expect(new Set(states)).toEqual(new Set(["unchanged"]));
  const schema = JSON.parse((await run("schema", "result")).stdout) as object;
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
});

test("what no longer occurs is reported, and pruned without accepting anything new", async () => {
  await run("baseline", "-q");
  const before = await readFile(join(folder, "opis-baseline.json"), "utf8");
  const patient = join(folder, "src/patient.ts");
  const text = await readFile(patient, "utf8");
  await writeFile(patient, text.replace("diagnosis", "iban"));
  const report = await run("audit", "--baseline", "opis-baseline.json");
  expect(report.code).toBe(1);
  expect(report.stdout).toMatch(/findings? of the baseline no longer occurs?; `opis baseline --prune` takes/);
  expect(report.stdout).toContain("mapping/undeclared-field  type:Patient.diagnosis");
  expect((await run("baseline", "--prune")).stderr).toContain("mapping/undeclared-field  type:Patient.diagnosis");
  const after = await readFile(join(folder, "opis-baseline.json"), "utf8");
  expect(after).not.toContain("diagnosis");
  expect(after).not.toContain("iban");
  expect(after.split("\n").every((line) => before.includes(line.replace(/,$/, "")))).toBe(true);
  expect((await run("baseline", "--prune")).stderr).toContain("Nothing to take out of opis-baseline.json");
});

test("pruning by a part of the code leaves the rest alone", async () => {
  await run("baseline", "-q");
  const before = await readFile(join(folder, "opis-baseline.json"), "utf8");
  expect((await run("baseline", "--prune", "src/patient.ts")).stderr).toContain("Nothing to take out");
  expect(await readFile(join(folder, "opis-baseline.json"), "utf8")).toBe(before);
});

test.for([
  ["", "is not JSON"],
  ["{", "is not JSON"],
  ['{"version":2}', "of version 2"],
  ['{"version":1,"commit":null}', "is damaged: / must have required property 'findings'"],
  ['{"version":1,"commit":"x","findings":[]}', "is damaged: /commit"],
  ['{"version":1,"commit":null,"findings":[{"rule":"a","subject":"b","file":3}]}', "is damaged: /findings/0/file"],
  ["[]", "is damaged"],
])("the baseline %j is refused: %s", async ([text, problem]) => {
  await writeFile(join(folder, "b.json"), text!);
  const { stdout, stderr, code } = await run("audit", "--baseline", "b.json");
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toContain(problem);
  expect(stderr).toContain("opis baseline");
});

test("a baseline that is not there is wrong usage", async () => {
  const { stderr, code } = await run("audit", "--baseline", "none.json");
  expect(code).toBe(2);
  expect(stderr).toContain("There is no baseline none.json.");
});

test("--baseline and --since exclude one another; --since asks for a repository", async () => {
  expect((await run("audit", "--baseline", "b.json", "--since", "main")).code).toBe(2);
  const { stderr, code } = await run("audit", "--since", "main");
  expect(code).toBe(2);
  expect(stderr).toContain("is in no git repository");
});
