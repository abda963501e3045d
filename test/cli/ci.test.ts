import { mkdtemp, readFile, rm, cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtures, opis } from "./support.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-ci-"));
  await cp(join(fixtures, "findings"), folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

test("in GitHub Actions findings are annotated and the job gets a summary, and that is said", async () => {
  const summary = join(folder, "summary.md");
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
  const { stdout, stderr, code } = await opis([], { cwd: folder, env });
  const alone = await opis(["-f", "terminal"], { cwd: folder, env });
  expect(stdout).toBe(alone.stdout);
  expect(code).toBe(1);
  expect(stderr.split("\n").filter((line) => line.startsWith("::error file=src/"))).toHaveLength(10);
  expect(stderr).toContain("GitHub Actions:");
  expect(alone.stderr).toBe("");
  expect((await readFile(summary, "utf8")).match(/^### /gm)).toHaveLength(1);
});

test("in GitLab CI a Code Quality report is written, and that is said", async () => {
  const { stderr } = await opis([], { cwd: folder, env: { GITLAB_CI: "true" } });
  expect(stderr).toContain("GitLab CI:");
  const report = JSON.parse(await readFile(join(folder, "gl-code-quality-report.json"), "utf8")) as unknown[];
  expect(report).toHaveLength(10);
});
