import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { opis, project } from "./support.js";

const sample = join(project, "fixtures/chat-service-violations");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-shards-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readPart(index: number, of: number): Promise<string> {
  const file = join(folder, `facts-${index}-of-${of}.json`);
  const { code, stderr } = await opis(["audit", "-q", "--shard", `${index}/${of}`, "-f", `json=${file}`], {
    cwd: sample,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return file;
}

describe("a code base read in parts", () => {
  test.each(["json", "sarif", "terminal"])("is reported in %s as in one run", async (format) => {
    const parts = await Promise.all([1, 2, 3].map((index) => readPart(index, 3)));
    const whole = await opis(["audit", "-q", "-f", format], { cwd: sample });
    const joined = await opis(["merge", "-q", "-f", format, ...parts.reverse()], { cwd: sample });
    expect(joined).toEqual(whole);
    expect(whole.code).toBe(1);
  });

  test("has every file in one part", async () => {
    const parts = await Promise.all([1, 2, 3].map((index) => readPart(index, 3)));
    const keys = (await Promise.all(parts.map((file) => readFile(file, "utf8")))).map((text) =>
      (JSON.parse(text) as { entries: { key: string }[] }).entries.map(({ key }) => key),
    );
    expect(keys.every((own) => own.length > 0)).toBe(true);
    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
  });

  test("is not reported while parts are missing, foreign or no parts at all", async () => {
    const [first, other] = await Promise.all([readPart(1, 2), readPart(1, 3)]);
    const refusal = async (...files: string[]) => {
      const { code, stderr, stdout } = await opis(["merge", "-q", ...files], { cwd: sample });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr;
    };
    expect(await refusal(first)).toContain("Parts are missing: 2/2");
    expect(await refusal(first, other)).toContain("different wholes");
    expect(await refusal(join(folder, "none.json"))).toContain("ENOENT");
    const result = join(folder, "result.json");
    await writeFile(result, (await opis(["audit", "-q", "-f", "json"], { cwd: sample })).stdout);
    expect(await refusal(result)).toContain("not written by --shard");
    const aged = join(folder, "aged.json");
    await writeFile(
      aged,
      (await readFile(first, "utf8")).replace(/"stamp":"[^"]*"/, '"stamp":"another"').replace('"of":2', '"of":1'),
    );
    expect(await refusal(aged)).toContain("another Opis");
  });

  test("is not divided into what cannot be", async () => {
    for (const part of ["0/2", "3/2", "1", "1/0", "a/b"]) {
      const { code, stderr } = await opis(["audit", "--shard", part], { cwd: sample });
      expect({ part, code }).toEqual({ part, code: 2 });
      expect(stderr).toContain("2/4");
    }
  });
});
