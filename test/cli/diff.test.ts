import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ProcessingChanges } from "../../src/model/index.js";
import { TestRepository } from "../support/repository.js";
import { opis } from "./support.js";

const MAP = `version: 1
controller: { name: Acme, country: DE }
categories:
  contact: { title: Contact data, items: [email, phone] }
purposes:
  account: { title: Run the account, subjects: [user], bases: [{ type: contract, ref: Terms 2 }], retention: account }
subjects:
  user: { kind: registered_user }
retention:
  account: { period: P3Y, start: contract_end, action: destroy }
stores:
  main: { title: Main database, type: postgres, country: DE, matches: ["type:*"] }
fields:
  - { match: "*.email", category: contact, purposes: [account] }
`;

const LATER = MAP.replace("P3Y", "P5Y")
  .replace(
    "subjects:\n",
    "  letters: { title: Send letters, subjects: [user], bases: [{ type: consent, ref: Form 1 }], recipients: [sentry], marketing: true }\nsubjects:\n",
  )
  .replace(
    "fields:\n",
    `recipients:
  sentry: { vendor: sentry, name: Sentry, role: processor, country: US }
fields:
`,
  )
  .replace("type: postgres, country: DE", "type: postgres, country: NL");

let repository: TestRepository;

beforeEach(async () => {
  repository = await TestRepository.create({
    "opis.yaml": MAP,
    "src/user.ts": "export interface User {\n  email: string;\n  address: string;\n}\n",
  });
  repository.git("tag", "v1");
  await repository.write({
    "opis.yaml": LATER,
    "src/user.ts": "export interface User {\n  email: string;\n  phone: string;\n}\n",
    "src/track.ts": 'import * as Sentry from "@sentry/node";\nSentry.init({ dsn: "x" });\n',
  });
});

afterEach(() => repository.remove());

const run = (...argv: string[]) => opis(["diff", ...argv], { cwd: repository.folder });

test("says in words what a change brings: data, purpose, recipient, country, store, term", async () => {
  const { stdout, stderr, code } = await run("v1");
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  await expect(stdout).toMatchFileSnapshot("diff/terminal.txt");
});

test("the same in Russian, for a pull request", async () => {
  const { stdout } = await run("v1", "-f", "markdown", "--lang", "ru");
  await expect(stdout).toMatchFileSnapshot("diff/markdown-ru.md");
});

test("the same for machines, by its published schema", async () => {
  const changes = JSON.parse((await run("v1", "-f", "json")).stdout) as ProcessingChanges;
  const schema = JSON.parse((await opis(["schema", "changes"])).stdout) as object;
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate(changes), JSON.stringify(validate.errors)).toBe(true);
  const told = changes.changes.map(({ about, kind, id }) => `${kind} ${about} ${id}`);
  expect(told).toEqual([
    "removed data-type address",
    "added data-type phone",
    "added purpose letters",
    "added recipient sentry",
    "removed country DE",
    "added country NL",
    "added country US",
    "changed store main",
    "changed term account",
    "added cookie sentryReplaySession",
    "removed field type:User.address",
    "added field type:User.phone",
  ]);
});

test("two saved results, two commits, or one of each, say the same", async () => {
  const { folder } = repository;
  repository.commit("Change");
  repository.git("tag", "v2");
  await opis(["-f", "json=new.json", "-q"], { cwd: folder });
  repository.git("checkout", "-q", "v1");
  await opis(["-f", "json=old.json", "-q"], { cwd: folder });
  const commits = JSON.parse((await run("v1", "v2", "-f", "json")).stdout) as ProcessingChanges;
  for (const [before, after] of [
    ["old.json", "new.json"],
    ["v1", "new.json"],
    ["old.json", "v2"],
  ] as const) {
    const other = JSON.parse((await run(before, after, "-f", "json")).stdout) as ProcessingChanges;
    expect(other).toEqual({ ...commits, before, after });
  }
  expect((await run("v2", "v2")).stdout).toContain("Nothing changes in the processing of personal data");
});

test("a moved field and a renamed file are no change", async () => {
  repository.commit("Change");
  await rename(join(repository.folder, "src/user.ts"), join(repository.folder, "src/person.ts"));
  const text = await readFile(join(repository.folder, "src/person.ts"), "utf8");
  await writeFile(join(repository.folder, "src/person.ts"), `// moved\n\n${text}`);
  expect((await run("HEAD")).stdout).toContain("Nothing changes");
  expect((await run("HEAD", "-f", "markdown", "--lang", "ru")).stdout).toContain(
    "В обработке персональных данных ничего не меняется",
  );
});

test.for([
  ["nothing.json", "git knows no commit nothing.json"],
  ["package.txt", "is no result of an audit"],
  ["half.json", "is no result of an audit"],
  ["other.json", "is no result of an audit: / must have required property 'version'"],
])("%s cannot be compared: %s", async ([name, problem]) => {
  await repository.write({ "package.txt": "hello", "half.json": '{"version":', "other.json": "{}" });
  const { stdout, stderr, code } = await run(name!, "v1");
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toContain(problem);
});

test("what a map or code is called can do no harm in a comment", async () => {
  await repository.write({ "opis.yaml": LATER.replace("Send letters", '"<img src=y>|@all [x](javascript:1)"') });
  const { stdout } = await run("v1", "-f", "markdown");
  expect(stdout).toContain("\\<img src=y\\>\\|");
  expect(stdout).not.toMatch(/[^\\]<img|@all|[^\\]\]\(/);
});
