import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const project = resolve(import.meta.dirname, "../..");
const source = await readFile(join(project, "action.yml"), "utf8");

interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

const action = parse(source) as {
  inputs: Record<string, { description: string; default: string }>;
  runs: { steps: readonly Step[] };
};
const { version } = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as { version: string };

test("GitHub's own reader of actions finds no fault in it", () => {
  const { context, value } = parseAction({ name: "action.yml", content: source }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  expect(value).toBeDefined();
});

test("that reader does find faults", () => {
  const broken = source.replace("using: composite", "using: bash").replace("branding:", "brand:");
  const { context } = parseAction({ name: "action.yml", content: broken }, new NoOperationTraceWriter());
  expect(context.errors.getErrors()).not.toEqual([]);
});

test("the version run by default is this one, and no input is put into the script", () => {
  expect(action.inputs["version"]!.default).toBe(version);
  for (const { run } of action.runs.steps) expect(run).not.toContain("${{");
});

describe("its step, run as a runner would", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "opis-action-"));
    await cp(join(project, "fixtures/cli/findings"), folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function runStep(inputs: Readonly<Record<string, string>>) {
    const [step] = action.runs.steps;
    const given = (name: string) => inputs[name] ?? action.inputs[name]!.default;
    const env = Object.fromEntries(
      Object.entries(step!.env).map(([name, value]) => [
        name,
        value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, input: string) => given(input)),
      ]),
    );
    for (const file of ["output", "summary.md"]) await writeFile(join(folder, file), "");
    await writeFile(join(folder, "step.sh"), step!.run);
    // The command line that runners start bash with.
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "step.sh"], {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_OUTPUT: join(folder, "output"),
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
        ...env,
      },
    });
    const read = (file: string) => readFile(join(folder, file), "utf8");
    return { status, stdout, stderr, output: await read("output"), summary: await read("summary.md") };
  }

  test("fails on findings, annotates them and writes the summary", async () => {
    const { status, stderr, output, summary } = await runStep({ version: project });
    expect({ status, output }).toEqual({ status: 1, output: "exit-code=1\n" });
    expect(stderr).toMatch(/^::error file=/m);
    expect(summary).toMatch(/^### /m);
  });

  test("takes every input: reports of one's own beside the annotations", async () => {
    const { status, stdout, output, summary } = await runStep({
      version: project,
      paths: "src",
      map: "opis.yaml",
      "fail-on": "note",
      format: "sarif=opis.sarif\nmarkdown=opis.md",
    });
    expect({ status, output }).toEqual({ status: 1, output: "exit-code=1\n" });
    expect(stdout).toMatch(/^::error file=/m);
    expect(summary).toMatch(/^### /m);
    expect(JSON.parse(await readFile(join(folder, "opis.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(await readFile(join(folder, "opis.md"), "utf8")).toMatch(/^### /m);
  });

  test("what inputs hold is never run", async () => {
    const { status } = await runStep({ version: project, paths: "$(touch pwned) `touch pwned`; touch pwned" });
    expect(status).toBe(2);
    await expect(readFile(join(folder, "pwned"))).rejects.toThrow("ENOENT");
  });

  test("a commit that is not there is told of", async () => {
    const { status, stderr } = await runStep({ version: project, since: "origin/main" });
    expect(status).toBe(2);
    expect(stderr).toContain("git");
  });
});

test("the pre-commit hook runs a command that there is, over the whole project", async () => {
  const [hook] = parse(await readFile(join(project, ".pre-commit-hooks.yaml"), "utf8")) as [Record<string, unknown>];
  expect(hook).toMatchObject({ id: "opis", language: "node", entry: "opis audit", pass_filenames: false });
  const files = new RegExp(String(hook["files"]));
  for (const file of ["src/lead.ts", "app.jsx", "schema.prisma", "opis.yaml", "a.mts"]) expect(file).toMatch(files);
  for (const file of ["README.md", "logo.png"]) expect(file).not.toMatch(files);
});
