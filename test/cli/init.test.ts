import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtures, opis } from "./support.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-init-"));
  await cp(join(fixtures, "findings", "src"), join(folder, "src"), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

test("drafts a map whose audit complains of the questions alone", async () => {
  const { stdout, stderr, code } = await opis(["init"], { cwd: folder });
  expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
  expect(stderr).toContain("Wrote opis.yaml");
  expect((await readdir(folder)).sort()).toEqual(["opis.yaml", "src"]);
  const audit = await opis(["-f", "json"], { cwd: folder });
  const { findings, coverage } = JSON.parse(audit.stdout) as {
    findings: { rule: string; place: { file: string } | null }[];
    coverage: { fields: number; declared: number };
  };
  expect(coverage.declared).toBe(coverage.fields);
  expect(findings.map(({ rule }) => rule)).not.toContain("mapping/undeclared-field");
  expect(findings.map(({ rule }) => rule)).toContain("basis/missing");
});

test("writes over nothing unless told to", async () => {
  await writeFile(join(folder, "opis.yaml"), "mine\n");
  const refused = await opis(["init"], { cwd: folder });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("--force");
  expect(await readFile(join(folder, "opis.yaml"), "utf8")).toBe("mine\n");
  expect((await opis(["init", "--force"], { cwd: folder })).code).toBe(0);
  expect(await readFile(join(folder, "opis.yaml"), "utf8")).toContain("version: 1");
});

test("writes to standard output and nowhere else", async () => {
  const { stdout, stderr } = await opis(
    ["init", "-o", "-", "--lang", "ru", "--country", "ru", "--name", "ООО «Ромашка»"],
    {
      cwd: folder,
    },
  );
  expect(stderr).toBe("");
  expect(stdout).toContain("ООО «Ромашка»");
  expect(stdout).toContain("country: RU");
  expect(await readdir(folder)).toEqual(["src"]);
});
