import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formatBaseline } from "../../src/baseline/index.js";
import { acceptFindings, audit, GitError, pruneBaseline } from "../../src/audit/index.js";
import { readBaseline } from "../../src/baseline/index.js";
import { TestRepository } from "../support/repository.js";

const today = "2026-01-15";

const MAP = `version: 1
controller: { name: Acme, country: DE }
categories:
  contact: { items: [email, phone, name] }
purposes:
  account: { title: Run the account, subjects: [user], bases: [{ type: contract, ref: Terms 2 }], retention: account }
subjects:
  user: { kind: registered_user }
retention:
  account: { period: P3Y, start: contract_end, action: destroy, implementedBy: [src/purge.ts] }
fields:
  - { match: "*.email", category: contact, purposes: [account] }
`;

/** Long enough for git to know the file again by its contents. */
const FILLER = Array.from({ length: 12 }, (_, n) => `export const step${n} = ${n};\n`).join("");

const type = (name: string, ...fields: string[]): string =>
  `export interface ${name} {\n  email: string;\n${fields.map((field) => `  ${field}: string;\n`).join("")}}\n${FILLER}`;

let repository: TestRepository;

beforeEach(async () => {
  repository = await TestRepository.create({
    "opis.yaml": MAP,
    "src/lead.ts": type("Lead", "phone"),
    "src/order.ts": type("Order", "phone"),
    "src/visit.ts": type("Visit", "ipAddress"),
    "src/purge.ts": FILLER,
  });
});

afterEach(() => repository.remove());

const run = (options: Parameters<typeof audit>[0] = {}) => audit({ cwd: repository.folder, today, ...options });

const undeclared = (result: Awaited<ReturnType<typeof run>>["result"]): string[] =>
  result.findings.filter(({ rule }) => rule === "mapping/undeclared-field").map(({ subject }) => subject);

/** An edit above a finding, a renamed file, a mended finding and a new one. */
async function change(): Promise<void> {
  await repository.write({
    "src/lead.ts": `${FILLER.replaceAll("step", "before")}\n${type("Lead", "phone")}`,
    "src/visit.ts": type("Visit"),
    "src/profile.ts": type("Profile", "passportNumber"),
  });
  await rename(join(repository.folder, "src/order.ts"), join(repository.folder, "src/purchase.ts"));
}

test("the sample of this test has findings to begin with", async () => {
  expect(undeclared((await run()).result)).toEqual(["type:Lead.phone", "type:Order.phone", "type:Visit.ipAddress"]);
});

test("on top of a baseline, only the new finding is told, and the mended one is named", async () => {
  const file = join(repository.folder, "opis-baseline.json");
  await writeFile(file, formatBaseline(await acceptFindings(await run())));
  await change();
  const { result } = await run({ baseline: "opis-baseline.json" });
  expect(result.findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    "mapping/undeclared-field type:Profile.passportNumber",
  ]);
  expect(result.comparison?.gone).toEqual([
    { rule: "mapping/undeclared-field", subject: "type:Visit.ipAddress", file: "src/visit.ts" },
  ]);
});

test.for(["uncommitted", "staged", "committed"])("since a commit, only the new finding is told: %s", async (state) => {
  const commit = repository.git("rev-parse", "HEAD");
  await change();
  if (state === "staged") repository.git("add", "-A");
  if (state === "committed") repository.commit("Change");
  const { result } = await run({ since: commit });
  expect(result.findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    "mapping/undeclared-field type:Profile.passportNumber",
  ]);
  expect(result.comparison?.gone.map(({ subject }) => subject)).toEqual(["type:Visit.ipAddress"]);
  expect(result.comparison?.with).toEqual({ kind: "commit", reference: commit, commit });
});

test("an empty diff has nothing new and nothing mended", async () => {
  const { result } = await run({ since: "HEAD" });
  expect(result.findings).toEqual([]);
  expect(result.comparison?.known.length).toBe((await run()).result.findings.length);
  expect(result.comparison?.gone).toEqual([]);
});

test("of several findings of one name the new one is told, wherever it stands in the order", async () => {
  await repository.write({ "src/a/lead.ts": type("Lead", "phone") });
  const { result } = await run({ since: "HEAD" });
  expect(undeclared(result)).toEqual(["src/a/lead.ts#type:Lead.phone"]);
});

test("a record of the same name elsewhere is no renamed file", async () => {
  await repository.write({ "src/lead.ts": type("Lead"), "src/zebra.ts": type("Lead", "phone") });
  const { result } = await run({ since: "HEAD" });
  expect(undeclared(result)).toEqual(["src/zebra.ts#type:Lead.phone"]);
});

test("what another branch has mended since is not told as new", async () => {
  repository.git("checkout", "-qb", "feature");
  await repository.write({ "src/profile.ts": type("Profile", "passportNumber") });
  repository.commit("Add a profile");
  repository.git("checkout", "-q", "main");
  await repository.write({ "src/lead.ts": type("Lead") });
  const main = repository.commit("Mend");
  repository.git("checkout", "-q", "feature");
  const { result } = await run({ since: "main" });
  expect(undeclared(result)).toEqual(["type:Profile.passportNumber"]);
  expect(result.comparison?.with).not.toMatchObject({ commit: main });
});

test("the commit is judged by its own map, in a folder below the top of the repository too", async () => {
  const app = await TestRepository.create({
    ".gitignore": "ignored/\n",
    "packages/crm/opis.yaml": MAP,
    "packages/crm/src/lead.ts": type("Lead", "phone"),
    "packages/crm/src/purge.ts": FILLER,
    "packages/crm/src/ignored/old.ts": "// not looked at\n",
    "packages/shop/src/order.ts": type("Order", "passportNumber"),
  });
  try {
    const stricter = MAP.replace(", ref: Terms 2", "");
    await app.write({ "packages/crm/opis.yaml": stricter });
    const { result } = await audit({ cwd: join(app.folder, "packages/crm"), today, since: "HEAD" });
    expect(result.findings.map(({ rule }) => rule)).toEqual(["basis/unreferenced"]);
  } finally {
    await app.remove();
  }
});

test("a commit without a map had nothing judged: every finding is new", async () => {
  repository.git("rm", "-q", "--cached", "opis.yaml");
  repository.git("commit", "-qm", "Leave the map out");
  expect(undeclared((await run({ since: "HEAD" })).result)).toHaveLength(3);
});

test("paths are compared with the same paths", async () => {
  await repository.write({
    "src/lead.ts": type("Lead", "phone", "passportNumber"),
    "src/x/new.ts": type("New", "snils"),
  });
  expect(undeclared((await run({ since: "HEAD", paths: ["src/lead.ts"] })).result)).toEqual([
    "type:Lead.passportNumber",
  ]);
  expect(undeclared((await run({ since: "HEAD", paths: ["src/x"] })).result)).toEqual(["type:New.snils"]);
});

test.for([
  ["nowhere", "unknown-commit"],
  ["--output=x", "unknown-commit"],
  ["HEAD:src", "unknown-commit"],
])("%s is refused as %s", async ([reference, problem]) => {
  await expect(run({ since: reference! })).rejects.toMatchObject({ name: "GitError", problem });
});

test("outside of a repository there is nothing to compare with", async () => {
  await rm(join(repository.folder, ".git"), { recursive: true });
  await expect(run({ since: "main" })).rejects.toThrow(GitError);
  await expect(run({ since: "main" })).rejects.toMatchObject({ problem: "no-repository" });
});

test("a shallow clone says that its history is cut off", async () => {
  const first = repository.git("rev-parse", "HEAD");
  await repository.write({ "src/lead.ts": type("Lead", "phone", "snils") });
  repository.commit("Second");
  const folder = await mkdtemp(join(tmpdir(), "opis-shallow-"));
  try {
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${repository.folder}`, folder]);
    const shallow = (since: string) => audit({ cwd: folder, today, since });
    await expect(shallow(first)).rejects.toMatchObject({ problem: "unknown-commit-shallow" });
    expect((await shallow("HEAD")).result.findings).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("nothing that the repository names is run", async () => {
  const { folder } = repository;
  const trap = join(folder, ".git", "trap.sh");
  const sprung = join(folder, ".git", "sprung");
  await writeFile(trap, `#!/bin/sh\ntouch '${sprung}'\ncat\n`);
  await chmod(trap, 0o755);
  for (const name of ["post-checkout", "post-index-change", "reference-transaction", "pre-commit"]) {
    await writeFile(join(folder, ".git/hooks", name), `#!/bin/sh\ntouch '${sprung}'\n`, { mode: 0o755 });
  }
  for (const key of [
    "core.fsmonitor",
    "filter.x.smudge",
    "filter.x.clean",
    "filter.x.process",
    "diff.x.textconv",
    "diff.external",
  ]) {
    repository.git("config", key, trap);
  }
  await repository.write({ ".gitattributes": "* filter=x diff=x\n" });
  await rename(join(folder, "src/order.ts"), join(folder, "src/purchase.ts"));
  const { result } = await run({ since: "HEAD" });
  expect(result.findings).toEqual([]);
  expect(await readdir(join(folder, ".git"))).not.toContain("sprung");
});

test("links of a commit lead nowhere, and the repository is only read", async () => {
  await symlink("/etc", join(repository.folder, "src/etc"));
  repository.commit("Link");
  const before = repository.git("count-objects", "-v");
  await repository.write({ "src/lead.ts": type("Lead", "phone", "snils") });
  await rename(join(repository.folder, "src/order.ts"), join(repository.folder, "src/purchase.ts"));
  expect(undeclared((await run({ since: "HEAD" })).result)).toEqual(["type:Lead.snils"]);
  expect(repository.git("count-objects", "-v")).toBe(before);
});

test("pruning takes out what is mended, follows renamed files and accepts nothing new", async () => {
  const file = join(repository.folder, "b.json");
  await writeFile(file, formatBaseline(await acceptFindings(await run())));
  await change();
  const { baseline, removed } = await pruneBaseline(await run(), await readBaseline(file, "b.json"));
  expect(removed.map(({ subject }) => subject)).toEqual(["type:Visit.ipAddress"]);
  const fields = baseline.findings.filter(({ rule }) => rule === "mapping/undeclared-field");
  expect(fields.map(({ file }) => file)).toEqual(["src/lead.ts", "src/purchase.ts"]);
});

test("a renamed file is known again without git too, once the old name is gone", async () => {
  const file = join(repository.folder, "b.json");
  await writeFile(file, formatBaseline({ ...(await acceptFindings(await run())), commit: null }));
  await rename(join(repository.folder, "src/order.ts"), join(repository.folder, "src/purchase.ts"));
  const { result } = await run({ baseline: "b.json" });
  expect(result.findings).toEqual([]);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ version: 1, commit: null });
});

test("a map in another order has the same findings", async () => {
  const lines = (entries: string[]) => `${MAP}${entries.map((each) => `  - ${each}\n`).join("")}`;
  const gone = '{ match: "Gone.phone", category: nothing, purposes: [account] }';
  const lost = '{ match: "Lost.phone", category: contact, purposes: [nowhere] }';
  await repository.write({ "opis.yaml": lines([gone, lost]) });
  const file = join(repository.folder, "b.json");
  await writeFile(file, formatBaseline(await acceptFindings(await run())));
  await repository.write({ "opis.yaml": `# moved\n${lines([lost, gone])}` });
  const { result } = await run({ baseline: "b.json" });
  expect(result.comparison?.known.map(({ rule }) => rule)).toContain("mapping/unknown-reference");
  expect([result.findings, result.comparison?.gone]).toEqual([[], []]);
});
