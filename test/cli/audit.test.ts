import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { fixtures, opis, project } from "./support.js";

const findings = join(fixtures, "findings");
const temporary: string[] = [];

async function copyOf(fixture: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "opis-cli-"));
  temporary.push(folder);
  await cp(join(fixtures, fixture), folder, { recursive: true });
  return folder;
}

afterEach(async () => {
  await Promise.all(temporary.splice(0).map((folder) => rm(folder, { recursive: true })));
});

test.for(["findings", "no-map", "incomplete", "hostile"])(
  "the json of %s is valid by the published schema",
  async (name) => {
    const schema: unknown = JSON.parse((await opis(["schema", "result"])).stdout);
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema as object);
    const { stdout } = await opis(["audit", "-f", "json"], { cwd: join(fixtures, name) });
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test("the bytes depend neither on the working folder nor on the width of a pipe", async () => {
  const inside = await opis(["audit"], { cwd: findings });
  const outside = await opis(["audit", "-m", join(findings, "opis.yaml"), findings], { cwd: project, columns: 60 });
  expect(outside.stdout).toBe(inside.stdout);
});

test("a terminal is given lines of its own width, and colours", async () => {
  const { stdout } = await opis(["audit"], {
    cwd: findings,
    tty: true,
    columns: 60,
    env: { FORCE_COLOR: "1", CI: "1" },
  });
  const plain = stdout.replace(/\u001b\[[0-9;]*m/g, "");
  expect(plain).not.toBe(stdout);
  const prose = plain.split("\n").filter((line) => !/[~█]/.test(line));
  expect(prose.filter((line) => line.length > 60)).toEqual([]);
});

test("several formats at once: one to standard output, the others to files, written whole", async () => {
  const folder = await copyOf("findings");
  const { stdout, stderr, code } = await opis(["-f", "terminal", "-f", "json=out/report.json"], { cwd: folder });
  expect(stdout).toContain("mapping/undeclared-field");
  expect(stderr).toBe("Wrote out/report.json\n");
  expect(code).toBe(1);
  const result = JSON.parse(await readFile(join(folder, "out/report.json"), "utf8")) as { findings: unknown[] };
  expect(result.findings).toHaveLength(10);
  expect(await readdir(join(folder, "out"))).toEqual(["report.json"]);
});

test("two formats cannot share standard output", async () => {
  const { stdout, stderr, code } = await opis(["-f", "terminal", "-f", "json"], { cwd: findings });
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toContain("-f json=FILE");
});

test("a file that cannot be written is wrong usage, not a defect", async () => {
  const { stderr, code } = await opis(["-f", "json=opis.yaml/x.json"], { cwd: await copyOf("clean") });
  expect(code).toBe(2);
  expect(stderr).toContain("opis.yaml/x.json cannot be written");
});

test("--fail-on decides what fails, before the map", async () => {
  const folder = await copyOf("incomplete");
  expect((await opis([], { cwd: folder })).code).toBe(0);
  expect((await opis(["--fail-on", "warning"], { cwd: folder })).code).toBe(1);
  await writeFile(
    join(folder, "opis.yaml"),
    `${await readFile(join(folder, "opis.yaml"), "utf8")}audit: { failOn: warning }\n`,
  );
  expect((await opis([], { cwd: folder })).code).toBe(1);
  expect((await opis(["--fail-on", "error"], { cwd: folder })).code).toBe(0);
});

test("the map chooses the language, the flag overrules it", async () => {
  const folder = await copyOf("clean");
  await writeFile(
    join(folder, "opis.yaml"),
    `${await readFile(join(folder, "opis.yaml"), "utf8")}audit: { language: ru }\n`,
  );
  expect((await opis([], { cwd: folder })).stdout).toContain("Противоречий");
  expect((await opis(["--lang", "en"], { cwd: folder })).stdout).toContain("No contradiction");
});

test("--quiet leaves nothing but the report", async () => {
  const folder = await copyOf("clean");
  expect((await opis(["-q", "-f", "json=r.json"], { cwd: folder })).stderr).toBe("");
});
