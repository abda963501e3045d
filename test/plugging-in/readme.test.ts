import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";

// Every example of the README by which Opis plugs into something else, tried with the built program in the place of `opis`.

const project = resolve(import.meta.dirname, "../..");
const readme = await readFile(join(project, "README.md"), "utf8");
const examples = new Map(
  [...readme.matchAll(/^```\w+ plug=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => [name!, text!]),
);
const example = (name: string): string => examples.get(name) ?? expect.fail(`the README has no example ${name}`);

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-plugged-"));
  await cp(join(project, "fixtures/cli/findings"), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

function shell(command: string, { cwd = folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {}) {
  const own = command.replaceAll(
    /\b(?:npx )?opis(?:@[\d.]+)? (?=[a-z])/g,
    `"${process.execPath}" "${project}/bin/opis.js" `,
  );
  return spawnSync("bash", ["-c", own], { cwd, encoding: "utf8", env: { ...process.env, CI: "true", ...env } });
}

interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly { readonly run?: string; readonly with?: object }[] }>;
}

test.each(["github", "matrix"])("the workflow %s is one by GitHub's own reader", (name) => {
  const { context } = parseWorkflow({ name: `${name}.yml`, content: example(name) }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
});

test("the workflow gives the action inputs that it has", async () => {
  const { inputs } = parse(await readFile(join(project, "action.yml"), "utf8")) as { inputs: object };
  const { steps } = (parse(example("github")) as Workflow).jobs["personal-data"]!;
  for (const input of Object.keys(steps[1]!.with!)) expect(inputs).toHaveProperty(input);
});

test("the parts of the matrix join into the same audit", () => {
  const { part, whole } = (parse(example("matrix")) as Workflow).jobs;
  const run = (job: Workflow["jobs"][string]) => job.steps.flatMap(({ run }) => run ?? [])[0]!;
  for (const n of ["1", "2", "3", "4"]) {
    const { status, stderr } = shell(run(part!).replaceAll("${{ matrix.part }}", n));
    expect(status, stderr).toBe(0);
  }
  const joined = shell(run(whole!));
  const alone = shell("opis audit");
  expect(joined.stdout).toBe(alone.stdout);
  expect(joined.status).toBe(1);
}, 60_000);

test("the GitLab job writes the report that it hands over", async () => {
  const { "personal-data": job } = parse(example("gitlab")) as Record<
    string,
    { script: string[]; artifacts: { reports: { codequality: string } } }
  >;
  const { status } = shell(job!.script.join("\n"), { env: { GITLAB_CI: "true" } });
  expect(status).toBe(1);
  const report = JSON.parse(await readFile(join(folder, job!.artifacts.reports.codequality), "utf8")) as unknown[];
  expect(report).not.toHaveLength(0);
});

test("the pre-commit example names a hook that there is", async () => {
  const hooks = parse(await readFile(join(project, ".pre-commit-hooks.yaml"), "utf8")) as { id: string }[];
  const { repos } = parse(example("pre-commit")) as { repos: { hooks: { id: string }[] }[] };
  expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(repos[0]!.hooks.map(({ id }) => id)));
});

test("lint-staged's command judges the project, whatever names are put behind it", () => {
  const { "lint-staged": tasks } = JSON.parse(example("lint-staged")) as { "lint-staged": Record<string, string> };
  const [command] = Object.values(tasks);
  const own = command!.replace("opis audit", `${process.execPath} ${project}/bin/opis.js audit`);
  const { status, stdout } = spawnSync("bash", ["-c", `${own} src/one.ts`], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout).toBe(shell("opis audit -q").stdout);
});

test("Nx and Turborepo find the result where their tasks say, and a map at the root takes in those of packages", async () => {
  const nx = JSON.parse(example("nx")) as {
    targetDefaults: { opis: { options: { command: string }; outputs: string[] } };
  };
  const turbo = JSON.parse(example("turbo")) as { tasks: { opis: { outputs: string[] } } };
  const { options, outputs } = nx.targetDefaults.opis;
  const [result] = turbo.tasks.opis.outputs;
  expect(outputs).toEqual([`{projectRoot}/${result}`]);
  const head = "version: 1\ncontroller: { name: Acme, country: DE }\n";
  const rest = "categories: { contact: { items: [phone] } }\npurposes: {}\n";
  const own = "fields:\n  - { match: Lead.phone, category: contact, purposes: [] }\n";
  const files = {
    "mono/opis.yaml": `${head}include: [packages/*/personal-data.yaml]\n${rest}`,
    "mono/packages/web/personal-data.yaml": own,
    "mono/packages/web/src/lead.ts": "export interface Lead { phone: string }\n",
    "mono/packages/shop/opis.yaml": head + rest + own,
    "mono/packages/shop/src/lead.ts": "export interface Lead { phone: string }\n",
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const place of ["mono", "mono/packages/shop"]) {
    const cwd = join(folder, place);
    const { status, stderr } = shell(options.command, { cwd });
    expect([0, 1], stderr).toContain(status);
    const { coverage } = JSON.parse(await readFile(join(cwd, result!), "utf8")) as { coverage: { declared: number } };
    expect(coverage.declared).toBe(place === "mono" ? 2 : 1);
  }
});
