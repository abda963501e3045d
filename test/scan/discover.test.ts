import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discover, findRoot, readSource } from "../../src/scan/index.js";
import { machineMade } from "../../src/scan/machine-made.js";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "opis-discover-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

async function found(options: { paths?: string[]; include?: string[]; exclude?: string[] } = {}) {
  const { paths = ["."], ...rest } = options;
  const result = await discover({
    root,
    paths: paths.map((path) => join(root, path)),
    extensions: [".ts", ".sql"],
    ...rest,
  });
  return {
    files: result.files.map(({ file }) => file),
    skipped: result.skipped.map(({ file, reason }) => `${file} ${reason}`),
  };
}

describe("what is in scope", () => {
  test("sources, without dependencies, build output, tests and fixtures", async () => {
    await lay({
      "src/a.ts": "",
      "db/b.sql": "",
      "readme.md": "",
      "node_modules/x/i.ts": "",
      "dist/a.ts": "",
      "src/a.test.ts": "",
      "test/h.ts": "",
      "fixtures/f.ts": "",
      "latest/news.ts": "",
      "distribution/d.ts": "",
    });
    expect((await found()).files).toEqual(["db/b.sql", "distribution/d.ts", "latest/news.ts", "src/a.ts"]);
  });

  test("tests when the map or the path asks for them", async () => {
    await lay({ "src/a.ts": "", "test/h.ts": "", "test/deep/i.ts": "" });
    expect((await found({ include: ["test/**"] })).files).toEqual(["src/a.ts", "test/deep/i.ts", "test/h.ts"]);
    expect((await found({ paths: ["test"] })).files).toEqual(["test/deep/i.ts", "test/h.ts"]);
    expect((await found({ paths: ["test/h.ts"] })).files).toEqual(["test/h.ts"]);
  });

  test("not what .gitignore, .opisignore and the map leave out", async () => {
    await lay({
      ".gitignore": "made/\n",
      ".opisignore": "legacy\n",
      "made/a.ts": "",
      "legacy/b.ts": "",
      "old/c.ts": "",
      "src/d.ts": "",
    });
    expect((await found({ exclude: ["old/**"] })).files).toEqual(["src/d.ts"]);
  });

  test("several paths, each file once", async () => {
    await lay({ "a/x.ts": "", "b/y.ts": "", "c/z.ts": "" });
    expect((await found({ paths: ["a", "b", "a/x.ts"] })).files).toEqual(["a/x.ts", "b/y.ts"]);
  });

  test("names with brackets and spaces are names like others", async () => {
    await lay({ "src/[id].ts": "", "src/a b.ts": "" });
    expect((await found()).files).toEqual(["src/[id].ts", "src/a b.ts"]);
  });
});

describe("the root", () => {
  test("is the repository around a path, else the folder given or that of the file given", async () => {
    await lay({ "plain/a.ts": "", "repository/.git/HEAD": "", "repository/src/b.ts": "" });
    expect(await findRoot(join(root, "plain"))).toBe(join(root, "plain"));
    expect(await findRoot(join(root, "plain/a.ts"))).toBe(join(root, "plain"));
    expect(await findRoot(join(root, "repository/src/b.ts"))).toBe(join(root, "repository"));
  });
});

describe("what a disk may hold", () => {
  test("links: a loop ends, a broken one and one that leaves the root are listed, one that stays is found under its own name", async () => {
    await lay({ "src/a.ts": "" });
    await symlink("..", join(root, "src/loop"));
    await symlink("nowhere.ts", join(root, "src/broken.ts"));
    await symlink("/etc", join(root, "src/outside"));
    await symlink("a.ts", join(root, "src/twin.ts"));
    expect(await found()).toEqual({
      files: ["src/a.ts"],
      skipped: ["src/broken.ts broken-link", "src/outside outside-root"],
    });
  });

  test("a pipe named .ts is listed and never opened", async () => {
    await lay({ "src/a.ts": "" });
    execFileSync("mkfifo", [join(root, "src/pipe.ts")]);
    expect(await found()).toEqual({ files: ["src/a.ts"], skipped: ["src/pipe.ts not-regular"] });
  });

  // The superuser reads every folder, so there is nothing to see there.
  test.runIf(process.getuid?.() !== 0)("an unreadable folder is listed, the rest is read", async () => {
    await lay({ "src/a.ts": "", "closed/b.ts": "" });
    await chmod(join(root, "closed"), 0);
    expect(await found()).toEqual({ files: ["src/a.ts"], skipped: ["closed/ unreadable"] });
    await chmod(join(root, "closed"), 0o755);
  });
});

describe("reading", () => {
  test.each([
    ["UTF-8 with a mark", Buffer.from("\uFEFFconst a = 1"), { text: "const a = 1", repaired: false }],
    ["UTF-16", Buffer.from("\uFEFFconst я = 1", "utf16le"), { text: "const я = 1", repaired: false }],
    ["bytes that are no UTF-8", Buffer.from([0x61, 0xff, 0x62]), { text: "a\uFFFDb", repaired: true }],
    ["a binary", Buffer.from([0x7f, 0x45, 0, 0]), { skip: "binary", detail: "has NUL bytes" }],
  ])("%s", async (_, bytes, expected) => {
    await writeFile(join(root, "a.ts"), bytes);
    expect(readSource(join(root, "a.ts"), bytes.length)).toEqual(expected);
  });

  test("a file of 30 MB is not opened, a missing one is no crash", async () => {
    expect(readSource(join(root, "none.ts"), 30_000_000)).toMatchObject({ skip: "too-large" });
    expect(readSource(join(root, "none.ts"), 10)).toEqual({ skip: "unreadable", detail: "ENOENT" });
  });

  test.each([
    [
      "a comment that says so",
      "src/api.ts",
      "// Code generated by a tool. DO NOT EDIT.\nexport interface User {}",
      "generated",
    ],
    ["a tag", "src/api.ts", "/* eslint-disable */\n/**\n * @generated\n */\nexport interface User {}", "generated"],
    ["long lines", "src/api.js", `"use strict";${"a=1;".repeat(5000)}`, "minified"],
    ["a string", "src/api.ts", "export const note = 'do not edit';", undefined],
    ["a later comment", "src/api.ts", "import a from 'a';\n// do not edit the next line\nconst b = a;", undefined],
    ["a schema", "schema.graphql", "# generated, do not edit\ntype User { email: String }", undefined],
  ])("machine-made: %s", (_, file, text, reason) => {
    expect(machineMade(file, text)?.skip).toBe(reason);
  });
});
