import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { opis } from "./support.js";

const MAP = `version: 1
controller: { name: Acme, country: DE }
policy: { file: https://acme.example/privacy }
categories: {}
purposes: {}
fields: []
`;

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-suppression-"));
  await writeFile(join(folder, "opis.yaml"), MAP);
});

afterEach(() => rm(folder, { recursive: true }));

async function audit(comment: string, map = "", ...argv: string[]) {
  await writeFile(join(folder, "opis.yaml"), MAP + map);
  await writeFile(join(folder, "lead.ts"), `export interface Lead {\n  ${comment}\n  phone: string;\n}\n`);
  return opis(["audit", ...argv], { cwd: folder });
}

test("an accepted finding does not fail; it is counted and listed with its reason", async () => {
  const { stdout, code } = await audit("// opis-ignore-next-line mapping/undeclared-field -- goes in May");
  expect(code).toBe(0);
  expect(stdout).toContain("1 finding suppressed\n  lead.ts:2:3  mapping/undeclared-field  goes in May");
});

test.for([
  ["// opis-ignore-next-line mapping/undeclared -- goes in May", "There is no rule mapping/undeclared"],
  ["// opis-ignore-next-line mapping/undeclared-field", "gives no reason, and has no effect"],
  ["// opis-ignore-next-line -- goes in May", "names no rule"],
])("%s is an error: %s", async ([comment, problem]) => {
  const { stdout, code } = await audit(comment!);
  expect(code).toBe(1);
  expect(stdout).toMatch(/error\b/);
  expect(stdout.replace(/\s+/g, " ")).toContain(problem);
});

test("one that suppresses nothing is a finding, in part too", async () => {
  const { stdout } = await audit(
    "// opis-ignore-next-line mapping/undeclared-field, special/not-exempted -- goes in May",
  );
  expect(stdout).toContain("no finding of special/not-exempted on the lines it covers");
  expect(stdout).toContain("1 finding suppressed");
});

test("what the map turns off is counted and listed; what it need not turn off is a finding", async () => {
  const off = (rule: string) => `audit: { rules: { ${rule}: { severity: off, because: not here } } }\n`;
  const used = await audit("", off("mapping/undeclared-field"));
  expect(used.code).toBe(0);
  expect(used.stdout).toContain("1 finding suppressed\n  opis.yaml:7:19  mapping/undeclared-field  not here");
  expect(used.stdout).not.toContain("scan/unused-suppression");
  const idle = await audit("", off("basis/missing"), "--fail-on", "warning");
  expect(idle.stdout).toContain("no finding of basis/missing in the code");
  const part = await opis(["audit", "lead.ts"], { cwd: folder });
  expect(part.stdout).not.toContain("scan/unused-suppression");
});

test("fields declared not to be personal data are counted and listed, in the comment on a pull request too", async () => {
  const map = 'notPersonal: [{ match: "Lead.phone", because: number of the office }]\n';
  const { stdout, code } = await audit("", map);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "1 field is declared not to be personal data\n  opis.yaml:7:15  Lead.phone  number of the office",
  );
  expect((await audit("", map, "-f", "markdown")).stdout).toContain("1 field is declared not to be personal data");
  expect((await audit("", map, "--lang", "ru")).stdout).toContain("1 поле объявлено не персональными данными");
  const stale = await audit("", 'notPersonal: [{ match: "Gone.phone", because: number of the office }]\n');
  expect(stale.stdout).toContain("mapping/stale-entry");
});
