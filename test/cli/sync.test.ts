import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run as runProgram } from "../../src/cli/index.js";
import { TestRepository } from "../support/repository.js";
import { opis } from "./support.js";

/** Commented and laid out by hand; line ends of Windows on purpose. */
const MAP = `# Who answers: see the wiki
version: 1
controller: {name: Acme,   country: DE}
categories:
   contact:  {items: [email, phone]}   # how we reach people
   identity: { items: [name, birth_date] }
purposes:
   account: { title: "Run the account", bases: [{type: contract, ref: 'Terms 2'}] }

fields:
   # accounts
   -  { match: ['User.email', "User.phone"], category: contact, purposes: [account] }   # ask Ann
   # who they are
   -  match: User.firstName
      category: identity
      purposes: [account]

   # shops
   -  {match: "Shop.ownerEmail", category: contact, purposes: [account]}
notPersonal:
   -  { match: type:Config.supportEmail, because: a company's address }
`.replaceAll("\n", "\r\n");

const user = (...fields: string[]): string => record("User", ["email", "phone", "firstName", ...fields]);

function record(name: string, fields: readonly string[]): string {
  const filler = Array.from({ length: 10 }, (_, n) => `export const ${name.toLowerCase()}${n} = ${n};\n`).join("");
  return `export interface ${name} {\n${fields.map((field) => `  ${field}: string;\n`).join("")}}\n${filler}`;
}

let repository: TestRepository;

beforeEach(async () => {
  repository = await TestRepository.create({
    "opis.yaml": MAP,
    "src/user.ts": user(),
    "src/shop.ts": record("Shop", ["ownerEmail", "title"]),
    "src/config.ts": record("Config", ["supportEmail"]),
  });
});

afterEach(() => repository.remove());

const run = (...argv: string[]) => opis(["sync", ...argv], { cwd: repository.folder });
const map = () => readFile(join(repository.folder, "opis.yaml"), "utf8");

test("a map that is up to date is left alone", async () => {
  expect(await run()).toEqual({ stdout: "", stderr: "The map is up to date.\n", code: 0 });
  expect((await run("--check")).code).toBe(0);
  expect(await map()).toBe(MAP);
});

test("new fields go beside their record; the diff touches only what is new", async () => {
  await repository.write({ "src/user.ts": user("mobilePhone", "birthDate", "passportNumber") });
  const shown = await run();
  expect(shown.code).toBe(0);
  expect(await map()).toBe(MAP);
  const signs = shown.stdout.split("\n").filter((line) => /^[+-](?![+-])/.test(line));
  expect(signs).toEqual([
    "+   -  match: User.mobilePhone",
    "+      category: contact",
    "+      purposes: [] # ? what for",
    "+   -  match: User.birthDate",
    "+      category: identity",
    "+      purposes: [] # ? what for",
    "+   -  match: User.passportNumber",
    "+      purposes: [] # ? what for, and in which category (passport)",
  ]);
  expect(shown.stderr).toContain("Nothing is written. --write writes it.");
  expect((await run("--check")).code).toBe(1);
  expect(await map()).toBe(MAP);
  expect(await run("--write")).toMatchObject({ code: 0, stdout: shown.stdout });
  const written = await map();
  expect(written.replace(/ {3}- {2}match: User\.mobilePhone[^]*?\(passport\)\r\n/, "")).toBe(MAP);
  expect((await run("--check")).code).toBe(0);
});

test("what is gone is marked, and the mark goes when it is back", async () => {
  await repository.write({
    "src/shop.ts": record("Shop", ["title"]),
    "src/user.ts": record("User", ["email", "firstName"]),
  });
  await run("--write");
  expect(await map()).toBe(
    MAP.replace("   -  { match: ['User", "   # opis-stale: User.phone\r\n   -  { match: ['User").replace(
      '   -  {match: "Shop',
      '   # opis-stale: Shop.ownerEmail\r\n   -  {match: "Shop',
    ),
  );
  await repository.write({ "src/shop.ts": record("Shop", ["ownerEmail", "title"]), "src/user.ts": user() });
  await run("--write");
  expect(await map()).toBe(MAP);
});

test("a renamed field is followed: as git shows by the kind of data, or by a like name", async () => {
  await repository.write({ "src/user.ts": record("User", ["email", "mobile", "givenName"]) });
  await run("--write");
  expect(await map()).toBe(MAP.replace('"User.phone"', '"User.mobile"').replace("User.firstName", "User.givenName"));
  await writeFile(join(repository.folder, "opis.yaml"), MAP);
  await repository.write({ "src/user.ts": record("User", ["email", "phoneNumber", "firstName"]) });
  await repository.git("init", "-q");
  await rename(join(repository.folder, ".git"), join(repository.folder, ".was-git"));
  await run("--write");
  expect(await map()).toBe(MAP.replace('"User.phone"', '"User.phoneNumber"'));
});

test("a renamed record is followed when it holds all that was declared of the old one", async () => {
  await repository.write({ "src/user.ts": record("Account", ["email", "phone", "firstName"]) });
  await run("--write");
  expect(await map()).toBe(
    MAP.replace("'User.email', \"User.phone\"", "'Account.email', \"Account.phone\"").replace(
      "User.firstName",
      "Account.firstName",
    ),
  );
});

test("a renamed file is followed in selectors that name it", async () => {
  const named = MAP.replace('"Shop.ownerEmail"', '"src/shop.ts#Shop.ownerEmail"');
  await repository.write({ "opis.yaml": named });
  repository.commit("Name the file");
  await rename(join(repository.folder, "src/shop.ts"), join(repository.folder, "src/store.ts"));
  await run("--write");
  expect(await map()).toBe(named.replace("src/shop.ts#", "src/store.ts#"));
});

test("what may be two things is not followed", async () => {
  await rename(join(repository.folder, ".git"), join(repository.folder, ".was-git"));
  await repository.write({ "src/user.ts": record("User", ["email", "homePhone", "workPhone", "firstName"]) });
  await run("--write");
  const written = await map();
  expect(written).toContain("# opis-stale: User.phone\r\n");
  expect(written).toContain("[User.homePhone, User.workPhone]");
});

test("of a part of the code nothing is said to be gone", async () => {
  await repository.write({ "src/shop.ts": record("Shop", ["title"]), "src/user.ts": user("birthDate") });
  await run("--write", "src/user.ts");
  const written = await map();
  expect(written).toContain("User.birthDate");
  expect(written).not.toContain("opis-stale");
});

test("entries of a map in several files are edited where they stand", async () => {
  const more = "# people\nfields:\n- {match: Person.email, category: contact, purposes: [account]}\n";
  await repository.write({
    "opis.yaml": `include: [maps/*.yaml]\r\n${MAP}`,
    "maps/people.yaml": more,
    "src/person.ts": record("Person", ["email", "phone"]),
  });
  await run("--write");
  expect(await map()).toBe(`include: [maps/*.yaml]\r\n${MAP}`);
  expect(await readFile(join(repository.folder, "maps/people.yaml"), "utf8")).toBe(
    `${more}- {match: Person.phone, category: contact, purposes: []} # ? what for\n`,
  );
});

test.for([
  [true, 0, true],
  [false, 0, false],
  [null, 130, false],
] as const)("on a terminal it asks: %s", async ([answer, code, written]) => {
  await repository.write({ "src/user.ts": user("birthDate") });
  const asked: string[] = [];
  const quiet = { write: () => undefined };
  const given = await runProgram(["sync"], {
    cwd: repository.folder,
    env: {},
    stdout: quiet,
    stderr: quiet,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  });
  expect(asked).toEqual(["Write these changes?"]);
  expect(given).toBe(code);
  expect((await map()).includes("birthDate")).toBe(written);
});

test("speaks Russian, and colours the diff where there are colours", async () => {
  await repository.write({ "src/user.ts": user("passportNumber") });
  const { stdout, stderr } = await opis(["sync", "--lang", "ru"], {
    cwd: repository.folder,
    tty: true,
    env: { FORCE_COLOR: "1" },
  });
  expect(stdout).toContain("\u001b[32m+      purposes: [] # ? для какой цели и в какой категории (passport)\u001b[39m");
  expect(stderr).toContain("В карту добавлено 1 поле");
});

test("without a map there is nothing to bring up to date", async () => {
  await repository.git("rm", "-q", "opis.yaml");
  const { stderr, code } = await run();
  expect(code).toBe(2);
  expect(stderr).toContain("opis init");
});
