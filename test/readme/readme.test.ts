import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The README is what users try first: every command and example of it is run here, against the built program.

const project = resolve(import.meta.dirname, "../..");
const program = join(project, "bin/opis.js");
const readme = await readFile(join(project, "README.md"), "utf8");

interface Block {
  readonly language: string;
  readonly file: string | null;
  readonly text: string;
}

const blocks = [...readme.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language, file, text]): Block => ({ language: language!, file: file ?? null, text: text! }),
);

function opis(words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "100" },
  });
  return { status, stdout, stderr };
}

/** Words of a command line as a shell would split them. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

describe("commands with their output", () => {
  const examples = blocks
    .filter(({ language }) => language === "console")
    .flatMap(({ text }) => text.split(/^\$ /m).slice(1))
    .map((example) => example.split("\n"));
  test("there are some", () => expect(examples).not.toHaveLength(0));

  test.each(examples.map(([command, ...output]) => [command!, output] as const))("%s", (command, output) => {
    const { stdout } = opis(words(command).slice(1), project);
    const shown = stdout.split("\n").map((line) => line.trimEnd());
    // `…` stands for lines left out; the pieces between must follow one another word for word.
    const pieces = output
      .join("\n")
      .split(/^…$/m)
      .map((piece) =>
        piece
          .trim()
          .split("\n")
          .map((line) => line.trimEnd()),
      );
    let from = 0;
    for (const piece of pieces.filter(([first]) => first)) {
      const at = shown.findIndex(
        (_, index) => index >= from && piece.every((line, offset) => shown[index + offset]?.trim() === line.trim()),
      );
      expect(at, `not in the output:\n${piece.join("\n")}\n\nwhich is:\n${stdout}`).toBeGreaterThanOrEqual(0);
      from = at + piece.length;
    }
  });
});

describe("commands for one's own project", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "opis-readme-"));
    await lay(folder, {
      "prisma/schema.prisma": "model Lead {\n  id Int @id\n  phone String\n}\n",
      "src/leads/lead.ts": `${"\n".repeat(10)}export interface Lead {\n  phone: string;\n}\n`,
      "package.json": "{}",
    });
    opis(["init", "--quiet"], folder);
    // What `origin/main` names in the commands.
    const git = (...words: string[]) => execFileSync("git", ["-C", folder, ...words], { stdio: "ignore" });
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Begin");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const commands = blocks
    .filter(({ language }) => language === "sh" || language === "yaml")
    .flatMap(({ text }) => [...text.matchAll(/npx (opis[^#\n]*)/g)].map(([, command]) => command!.trim()));
  test.each(commands)("%s", (command) => {
    const given = words(command).slice(1);
    const { status, stderr } = opis(given[0] === "init" ? [...given, "--force"] : given, folder);
    expect([0, 1], stderr).toContain(status);
  });
});

test("the set-up commands call scripts that exist", async () => {
  const { scripts } = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const called = [...readme.matchAll(/npm (?:run )?(sample|test|accuracy|bench)\b/g)].map(([, script]) => script!);
  expect(called).toEqual(expect.arrayContaining(["sample", "test"]));
  for (const script of called) expect(scripts).toHaveProperty(script);
});

test("the .ci/run script calls the test command", async () => {
  const script = await readFile(join(project, ".ci/run"), "utf8");
  expect(script).toContain("npm ci");
  expect(script).toContain("npm test");
});

describe("extending it", () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), "opis-extended-"));
    await symlink(join(project, "node_modules"), join(copy, "node_modules"));
    for (const part of ["src", "rules", "package.json"])
      await cp(join(project, part), join(copy, part), { recursive: true });
    await lay(copy, Object.fromEntries(blocks.flatMap(({ file, text }) => (file ? [[file, text]] : []))));
    await lay(copy, {
      "app/lead.ts":
        'import { record, text } from "@acme/records";\nimport { track } from "@acme/metrics";\nrecord("Lead", { phone: text(), loyaltyCardNumber: text(), genome: text() });\ntrack();\n',
      "app/opis.yaml": MINIMAL_MAP,
    });
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  test("a collector, a data type, a recipient and a rule work as written", async () => {
    const { audit } = (await import(join(copy, "src/audit/index.ts"))) as typeof import("../../src/audit/index.js");
    const { result } = await audit({ cwd: join(copy, "app"), today: "2026-01-15" });
    const types = Object.fromEntries(result.inventory.map(({ id, dataType }) => [id, dataType]));
    expect(types).toMatchObject({ "acme:Lead.phone": "phone", "acme:Lead.loyaltyCardNumber": "loyalty_card" });
    expect(result.recipients.map(({ id }) => id)).toContain("acme-metrics");
    expect(result.findings.map(({ rule }) => rule)).toContain("special/genetic");
  });
});

test("the example of the programming interface runs as written", async () => {
  const example = blocks.find(({ language, file }) => language === "ts" && !file)!;
  const folder = await mkdtemp(join(tmpdir(), "opis-example-"));
  await lay(folder, {
    "example.mjs": example.text,
    "src/lead.ts": "export interface Lead { phone: string }\n",
    "opis.yaml": MINIMAL_MAP,
  });
  await mkdir(join(folder, "node_modules"));
  await symlink(project, join(folder, "node_modules/opis"));
  try {
    const output = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    expect(output).toContain("mapping/undeclared-field src/lead.ts 1");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const MINIMAL_MAP = "version: 1\ncontroller: { name: Acme, country: DE }\ncategories: {}\npurposes: {}\nfields: []\n";

async function lay(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
