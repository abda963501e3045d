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

/** What an audit of the folder finds, by severity. */
async function found(): Promise<string[]> {
  const { stdout } = await opis(["-f", "json"], { cwd: folder });
  return (JSON.parse(stdout) as { findings: { severity: string }[] }).findings.map(({ severity }) => severity);
}

const isIssue = (severity: string) => severity !== "note";

test("in GitHub Actions findings are annotated and the job gets a summary, and that is said", async () => {
  const summary = join(folder, "summary.md");
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
  const { stdout, stderr, code } = await opis([], { cwd: folder, env });
  const alone = await opis(["-f", "terminal"], { cwd: folder, env });
  expect(stdout).toBe(alone.stdout);
  expect(code).toBe(1);
  expect(stderr.split("\n").filter((line) => line.startsWith("::"))).toHaveLength((await found()).length);
  expect(stderr).toContain("GitHub Actions:");
  expect(alone.stderr).toBe("");
  expect((await readFile(summary, "utf8")).match(/^### /gm)).toHaveLength(1);
});

test("in GitLab CI a Code Quality report is written, and that is said", async () => {
  const { stderr } = await opis([], { cwd: folder, env: { GITLAB_CI: "true" } });
  expect(stderr).toContain("GitLab CI:");
  const report = JSON.parse(await readFile(join(folder, "gl-code-quality-report.json"), "utf8")) as unknown[];
  expect(report).toHaveLength((await found()).length);
});

const SHOUTED = [
  ["Azure Pipelines", { TF_BUILD: "True" }],
  ["GitHub Actions", { GITHUB_ACTIONS: "true" }],
] as const;

test("in Azure Pipelines errors and warnings are listed with their place, and that is said", async () => {
  const { stdout, stderr } = await opis([], { cwd: folder, env: { TF_BUILD: "True" } });
  expect(stdout).toBe((await opis(["-f", "terminal"], { cwd: folder })).stdout);
  const issues = stderr.split("\n").filter((line) => line.startsWith("##vso["));
  expect(issues).toHaveLength((await found()).filter(isIssue).length);
  for (const issue of issues)
    expect(issue).toMatch(
      /^##vso\[task\.logissue type=\w+;sourcepath=\S+;linenumber=\d+;columnnumber=\d+;code=\S+;\]\S/,
    );
  expect(stderr).toContain("Azure Pipelines:");
});

test.each([
  ["Jenkins", { JENKINS_URL: "https://ci.example.org/", BUILD_NUMBER: "7" }, "opis-junit.xml"],
  [
    "Bitbucket Pipelines",
    { BITBUCKET_BUILD_NUMBER: "7", BITBUCKET_REPO_SLUG: "shop", CI: "true" },
    "test-results/opis.xml",
  ],
])("in %s a JUnit report is written, and that is said", async (name, env, file) => {
  const { stderr } = await opis([], { cwd: folder, env });
  expect(stderr).toContain(`${name}:`);
  expect((await readFile(join(folder, file), "utf8")).match(/<failure /g)).toHaveLength(
    (await found()).filter(isIssue).length,
  );
});

test.each(SHOUTED)("under %s nothing is added where a format is asked for, and --quiet is kept", async (name, env) => {
  expect((await opis(["-f", "markdown"], { cwd: folder, env })).stderr).toBe("");
  expect((await opis(["-q"], { cwd: folder, env })).stderr).not.toContain(`${name}:`);
});

test("a machine that is none of them is none", async () => {
  const env = { TF_BUILD: "", JENKINS_URL: "", BUILD_NUMBER: "7", GITHUB_ACTIONS: "false", CI: "true" };
  expect((await opis([], { cwd: folder, env })).stderr).toBe("");
});
