import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exitCodes } from "../../src/cli/exit-code.js";
import { TestRepository } from "../support/repository.js";
import { fixtures, project } from "./support.js";

// Processes run what is built; `npm test` builds before it tests.
const bin = join(project, "bin", "opis.js");

vi.setConfig({ testTimeout: 120_000 });

let top = "";
let folder = "";

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), "opis-process-"));
  folder = join(top, "project");
  await cp(join(fixtures, "findings"), folder, { recursive: true });
  await mkdir(join(top, "tmp"));
});

afterEach(() => rm(top, { recursive: true, force: true }));

function start(argv: readonly string[], cwd = folder) {
  const env = { ...process.env, TMPDIR: join(top, "tmp"), OPIS_CACHE_DIR: join(top, "cache"), CI: "" };
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const ended = once(child, "close").then(([code]) => ({ ...output, code: code as number | null }));
  return { child, ended };
}

test.for<[NodeJS.Signals, number]>([
  ["SIGINT", exitCodes.interrupted],
  ["SIGTERM", exitCodes.terminated],
])("%s in the middle of the work ends it at once and leaves nothing behind", async ([signal, expected]) => {
  const files = Object.fromEntries(
    Array.from({ length: 600 }, (_, n) => [
      `src/f${n}.ts`,
      `export interface User${n} {\n${"  email: string;\n".repeat(40).replaceAll("email", `email${n}`)}}\n`,
    ]),
  );
  const map = await readFile(join(folder, "opis.yaml"), "utf8");
  const repository = await TestRepository.create({ ...files, "opis.yaml": map });
  try {
    const { child, ended } = start(["--since", "HEAD", "-j", "2", "-f", "json=out/report.json"], repository.folder);
    // What the commit holds is being laid out: the program is in the middle of it.
    for (let tries = 0; tries < 1200 && (await readdir(join(top, "tmp"))).length === 0; tries++) await wait(25);
    expect(await readdir(join(top, "tmp"))).toHaveLength(1);
    const asked = performance.now();
    child.kill(signal);
    const { code, stdout } = await ended;
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(await readdir(join(top, "tmp"))).toEqual([]);
    expect((await readdir(repository.folder)).sort()).toEqual([".git", "opis.yaml", "src"]);
  } finally {
    await repository.remove();
  }
});

test("audits at once in one folder, with one cache and one report, do not disturb one another", async () => {
  const alone = await start(["-f", "json"]).ended;
  const runs = await Promise.all([1, 2, 3, 4].map(() => start(["-f", "json=report.json", "-q"]).ended));
  expect(runs).toEqual(runs.map(() => ({ stdout: "", stderr: "", code: 1 })));
  expect(await readFile(join(folder, "report.json"), "utf8")).toBe(alone.stdout);
  expect((await readdir(folder)).sort()).toEqual(["opis.yaml", "report.json", "src"]);
});

test("the same input gives the same bytes, whatever the folder, the workers and the cache", async () => {
  const map = join(folder, "opis.yaml");
  const first = await start(["-f", "json", "--no-cache", "-j", "1"]).ended;
  expect(first.code).toBe(1);
  for (const [argv, cwd] of [
    [["-f", "json"], folder],
    [["-f", "json"], folder],
    [["-f", "json", "-j", "4"], folder],
    [["-f", "json", "-m", map, folder], top],
  ] as const) {
    expect((await start(argv, cwd).ended).stdout).toBe(first.stdout);
  }
});
