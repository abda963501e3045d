import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parse } from "@typescript-eslint/typescript-estree";
import { expect, test } from "vitest";

/** Each room may look into the rooms named here, and why not into others. */
const WALLS: Readonly<Record<string, { readonly sees: readonly string[]; readonly because: string }>> = {
  model: { sees: [], because: "types that everything shares: whatever it imported, everything would" },
  words: { sees: ["model"], because: "how phrases are put together is the same whoever speaks" },
  catalog: { sees: ["model"], because: "rules and words are data; reading them needs no other part" },
  extract: {
    sees: ["catalog", "model"],
    because: "facts of a file depend on its bytes and the catalogue alone, so they can be cached and computed anywhere",
  },
  scan: {
    sees: ["extract", "catalog", "model"],
    because: "finding and reading files knows nothing of what facts mean",
  },
  classify: { sees: ["catalog", "model"], because: "a verdict comes from linked facts, never from syntax" },
  inventory: {
    sees: ["classify", "catalog", "model"],
    because: "linking works on plain facts: no file is opened, nothing is parsed",
  },
  "data-map": { sees: ["catalog", "model"], because: "the map is read the same whatever the code holds" },
  policy: { sees: ["catalog", "model"], because: "a text says what it says, whatever code and map hold" },
  reconcile: { sees: ["data-map", "catalog", "model"], because: "it compares two finished models" },
  checks: {
    sees: ["policy", "reconcile", "data-map", "catalog", "model"],
    because: "checks are pure functions over the model: no files, no clock, no syntax",
  },
  diff: { sees: ["model"], because: "two finished results are compared; what they are of is no matter" },
  sync: {
    sees: ["reconcile", "data-map", "catalog", "model"],
    because: "what the map lacks follows from the two models; only the map's own room knows its text",
  },
  report: {
    sees: ["words", "catalog", "model"],
    because: "renderers turn a result into text and compute nothing of their own",
  },
  git: { sees: ["model"], because: "what git holds is bytes and names; what they mean is for others" },
  baseline: { sees: ["catalog", "model"], because: "findings are known again by what they say, whoever found them" },
  audit: {
    sees: [
      "git",
      "baseline",
      "checks",
      "reconcile",
      "data-map",
      "inventory",
      "classify",
      "scan",
      "extract",
      "policy",
      "catalog",
      "model",
    ],
    because: "the one orchestrator; it renders nothing",
  },
  live: {
    sees: ["audit", "sync", "data-map", "inventory", "scan", "extract", "model"],
    because: "it keeps what the audit reads, so that an edit costs little; who asks for it is no matter",
  },
  lsp: {
    sees: ["words", "live", "audit", "report", "sync", "data-map", "catalog", "model"],
    because: "what is known of the code is put as editors ask for it; nothing is found out here",
  },
  cli: {
    sees: [
      "words",
      "live",
      "lsp",
      "audit",
      "git",
      "baseline",
      "sync",
      "diff",
      "report",
      "checks",
      "reconcile",
      "data-map",
      "policy",
      "catalog",
      "model",
    ],
    because: "commands and flags; the work is behind them",
  },
};

const source = resolve(import.meta.dirname, "../../src");

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function importsOf(file: string): Promise<string[]> {
  const { body } = parse(await readFile(file, "utf8"), { range: true, jsx: file.endsWith("x") });
  return body.flatMap((statement) =>
    "source" in statement && statement.source?.value.startsWith(".")
      ? [resolve(dirname(file), statement.source.value)]
      : [],
  );
}

const room = (path: string) => relative(source, path).split("/")[0]!;

test("every folder of src has a wall", async () => {
  const rooms = (await readdir(source, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(rooms.sort()).toEqual(Object.keys(WALLS).sort());
});

test.each(Object.entries(WALLS))(
  "%s looks only where it may, and through the door",
  async (name, { sees, because }) => {
    const trespasses: string[] = [];
    for (const file of await files(join(source, name))) {
      for (const target of await importsOf(file)) {
        const to = room(target);
        if (to === name) continue;
        const from = relative(source, file);
        if (!sees.includes(to)) trespasses.push(`${from} looks into ${to}: ${name} may not, because ${because}`);
        else if (relative(join(source, to), target) !== "index.js")
          trespasses.push(`${from} enters ${to} past its door: ${relative(source, target)}`);
      }
    }
    expect(trespasses).toEqual([]);
  },
);
