import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/cli/index.js";
import type { Io } from "../../src/cli/io.js";
import type { Prompter } from "../../src/cli/prompts.js";
import { opis, project } from "./support.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-asked-"));
  const files = {
    "schema.prisma": [
      'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}',
      "model User {\n  id Int @id\n  email String\n  passwordHash String\n}",
      "model Order {\n  id Int @id\n  recipientName String\n  phone String\n  user User\n}",
      "model Lector {\n  id Int @id\n  firstName String\n  lastName String\n  email String\n}\n",
    ].join("\n"),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
});

afterEach(() => rm(folder, { recursive: true }));

interface Asked {
  readonly question: string;
  readonly proposed: unknown;
}

/** Answers by what the question says; what is not answered gets the answer proposed. A null breaks off. */
function prompterOf(answers: readonly (readonly [RegExp, unknown])[]): Prompter & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const answer = (question: string, proposed: unknown): never => {
    asked.push({ question, proposed });
    const [, given] = answers.find(([about]) => about.test(question)) ?? [null, proposed];
    return given as never;
  };
  return {
    asked,
    text: (question, { proposed, check }) => {
      const given = answer(question, proposed) as string | null;
      if (given !== null) expect(check(given)).toBeNull();
      return Promise.resolve(given);
    },
    one: (question, _choices, proposed) => Promise.resolve(answer(question, proposed)),
    many: (question, _choices, { proposed }) => Promise.resolve(answer(question, proposed)),
  };
}

async function init(argv: readonly string[], prompts: Prompter, env: Io["env"] = {}) {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text), isTTY: false };
  const code = await run(["init", ...argv], { cwd: folder, env, stdout: stream, stderr: stream, prompts });
  return { code, output: written.join("") };
}

const map = () => readFile(join(folder, "opis.yaml"), "utf8");

test("asks the few questions that matter, and proposes what the code shows", async () => {
  const prompts = prompterOf([]);
  expect((await init([], prompts, { LANG: "de_AT.UTF-8" })).code).toBe(0);
  expect(prompts.asked).toEqual([
    { question: expect.stringContaining("Registered name") as string, proposed: "" },
    { question: expect.stringContaining("Country of the controller") as string, proposed: "AT" },
    { question: "Laws to audit by", proposed: ["gdpr"] },
    { question: expect.stringContaining("The code uses postgres") as string, proposed: "" },
    { question: "What are the data collected for?", proposed: ["account", "orders"] },
    { question: "Who uses the service?", proposed: "open" },
  ]);
});

test("writes the answers into the map, and the audit has nothing to say against its form", async () => {
  const prompts = prompterOf([
    [/Registered name/, "Acme GmbH"],
    [/Country of/, "de"],
    [/postgres/, "de"],
    [/collected for/, ["account", "orders", "newsletter"]],
    [/Who uses/, "adult_only"],
  ]);
  expect((await init([], prompts)).code).toBe(0);
  const text = await map();
  expect(text).toContain('controller: { name: "Acme GmbH", country: DE }');
  expect(text).toContain("regimes: [gdpr]");
  expect(text).toMatch(/^minors:\n(?: {2}#.*\n)? {2}audience: adult_only$/m);
  expect(text).toContain('postgres: { type: postgres, country: DE, matches: ["prisma:*"] }');
  expect(text).toMatch(/newsletter:\n {4}title: "News and offers[^"]*"\n {4}marketing: true/);
  expect(text).toMatch(/match: "?User\.email"?, category: contact, purposes: \[account\]/);
  expect(text).toMatch(/match: "?Order\.phone"?, category: contact, purposes: \[orders\]/);
  // What the code does not tell stays a question.
  expect(text).toMatch(/Lector\.\S*.*purposes: \[service\]/);
  const { findings } = JSON.parse((await opis(["-f", "json"], { cwd: folder })).stdout) as {
    findings: { rule: string }[];
  };
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toContain("basis/missing");
  expect(rules).not.toContain("mapping/undeclared-field");
});

test("in Russian, with the country and the law that go with it", async () => {
  const prompts = prompterOf([[/Наименование/, "ООО «Ромашка»"]]);
  expect((await init(["--lang", "ru"], prompts)).code).toBe(0);
  expect(prompts.asked.map(({ proposed }) => proposed)).toEqual([
    "",
    "RU",
    ["152-fz"],
    "",
    ["account", "orders"],
    "open",
  ]);
  expect(await map()).toContain("Оформление, оплата и доставка заказов");
});

test("asks for nothing that flags have said", async () => {
  const prompts = prompterOf([]);
  await init(["--name", "Acme", "--country", "FR"], prompts);
  expect(prompts.asked.map(({ question }) => question)).not.toContainEqual(expect.stringMatching(/name|Country of/));
  expect(await map()).toContain("controller: { name: Acme, country: FR }");
});

test.each([[/Registered/], [/Country of/], [/Laws/], [/postgres/], [/collected/], [/Who uses/]])(
  "broken off at %s it leaves no file",
  async (question) => {
    expect((await init([], prompterOf([[question, null]]))).code).toBe(130);
    expect(await readdir(folder)).toEqual(["schema.prisma"]);
  },
);

test("--yes, standard output and nobody there: nothing is asked, and the draft is the same", async () => {
  const prompts = prompterOf([]);
  const { output } = await init(["-q", "-o", "-"], prompts);
  await init(["--yes"], prompts);
  expect(prompts.asked).toEqual([]);
  expect(await map()).toBe(output);
  expect((await opis(["init", "-o", "-"], { cwd: folder })).stdout).toBe(output);
});

test("a country that is none is refused", async () => {
  const said: (string | null)[] = [];
  const prompts = prompterOf([]);
  const checking: Prompter = {
    ...prompts,
    text: (question, { check }) => {
      if (question.startsWith("Country")) said.push(check("Germany"), check("D1"), check(" de "));
      return Promise.resolve("");
    },
  };
  await init([], checking);
  expect(said).toEqual(["Two letters, such as DE or RU.", "Two letters, such as DE or RU.", null]);
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

/** Runs `opis init` on a pseudo-terminal, typing the answer when the question shows up. */
async function onTerminal(answers: readonly (readonly [string, string])[]): Promise<number | null> {
  // A terminal that nobody looks at has no size of its own.
  const command = `stty cols 100 rows 40; exec "${process.execPath}" "${project}/bin/opis.js" init --no-cache`;
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, CI: "", LANG: "C", TERM: "xterm", SHELL: "/bin/sh" },
  });
  let shown = "";
  const left = [...answers];
  child.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const [next] = left;
    if (!next || !shown.includes(next[0])) return;
    left.shift();
    shown = "";
    child.stdin.write(next[1]);
  });
  return new Promise((done) => child.on("close", done));
}

test.runIf(hasScript)("on a real terminal: typed answers end up in the map", { timeout: 30_000 }, async () => {
  const code = await onTerminal([
    ["Registered name", "Acme\r"],
    ["Country of", "de\r"],
    ["Laws", "\r"],
    ["postgres", "fr\r"],
    ["collected for", "\r"],
    ["Who uses", "\r"],
  ]);
  expect(code).toBe(0);
  const text = await map();
  expect(text).toContain("controller: { name: Acme, country: DE }");
  expect(text).toContain("type: postgres, country: FR");
  expect(text).toContain("regimes: [gdpr]");
});

test.runIf(hasScript)("on a real terminal: Ctrl-C leaves no file", { timeout: 30_000 }, async () => {
  const code = await onTerminal([
    ["Registered name", "Acme\r"],
    ["Country of", "\u0003"],
  ]);
  expect(code).toBe(130);
  expect(await readdir(folder)).toEqual(["schema.prisma"]);
});
