import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AuditResult } from "../../src/model/index.js";
import type { PageData } from "../../src/report/html/page-data.js";
import { fixtures, opis } from "./support.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-report-"));
  await cp(join(fixtures, "findings"), folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function dataIn(file: string): Promise<PageData> {
  const html = await readFile(join(folder, file), "utf8");
  return JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(html)![1]!) as PageData;
}

function without(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

// The first audit of a run from sources reads the whole catalogue.
test("audits and writes a page, with the lines of code that findings stand in", { timeout: 60_000 }, async () => {
  const { stdout, stderr, code } = await opis(["report", "html", "--lang", "ru"], { cwd: folder });
  expect({ stdout, stderr, code }).toEqual({ stdout: "", stderr: "Записан opis-report.html\n", code: 0 });
  const { language, findings, changes } = await dataIn("opis-report.html");
  expect(language).toBe("ru");
  expect(changes).toBeNull();
  expect(findings.find(({ place }) => place?.file.endsWith(".ts"))!.place!.code).not.toBeNull();
});

test("a saved result gives the same page but for the lines of code", async () => {
  await opis(["-f", "json=saved.json"], { cwd: folder });
  await opis(["report", "html", "-q", "-o", "out/fresh.html"], { cwd: folder });
  const { stderr } = await opis(["report", "html", "-q", "--from", "saved.json", "-o", "saved.html"], { cwd: folder });
  expect(stderr).toBe("");
  const withoutCode = (data: PageData) =>
    JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === "code" ? null : value))) as PageData;
  const saved = await dataIn("saved.html");
  expect(saved.findings.length).toBeGreaterThan(0);
  expect(saved).toEqual(withoutCode(await dataIn("out/fresh.html")));
});

test("tells what changed since a saved result, also one of an Opis that said less", async () => {
  await opis(["-f", "json=saved.json"], { cwd: folder });
  const saved = JSON.parse(await readFile(join(folder, "saved.json"), "utf8")) as AuditResult;
  const less = {
    ...without(saved, ["date", "flows", "declared", "storesInCode"]),
    findings: saved.findings.slice(1),
    inventory: saved.inventory.map((row) => without(row, ["purposes", "subjects", "retention", "stores"])),
  };
  await writeFile(join(folder, "earlier.json"), JSON.stringify(less));
  const { code, stderr } = await opis(["report", "html", "-q", "--previous", "earlier.json"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect((await dataIn("opis-report.html")).changes).toMatchObject({ date: null, fresh: 1, gone: [] });
});

test.for([
  [["report", "pdf"], "html"],
  [["report", "html", "--from", "opis.yaml"], "opis.yaml is no result of an audit"],
  [["report", "html", "--previous", "nowhere.json"], "nowhere.json is no result of an audit"],
])("refuses %j and writes nothing", async ([argv, complaint]) => {
  const { stderr, code } = await opis(argv as string[], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain(complaint as string);
  expect(await readdir(folder)).not.toContain("opis-report.html");
});
