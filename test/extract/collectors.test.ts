import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Facts, FieldFact, OwnerFact, Span } from "../../src/model/index.js";
import { factsOf } from "../support/readers.js";

const root = new URL("../../fixtures/collectors/", import.meta.url).pathname;
const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());

// Each folder is what one collector must see, and must not see, in real syntax: a missing fact and an extra one both change the text.
test.each(folders.map(({ name }) => name))("%s", async (name) => {
  const folder = join(root, name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== "facts.txt")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  expect(files).not.toHaveLength(0);
  const all = await Promise.all(files.map(async (file) => factsOf(file, await readFile(join(folder, file), "utf8"))));
  // Facts travel between threads and are kept between runs: nothing of the tree they were read from may cling to them.
  expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
  const parts = all.map(describe);
  await expect(parts.join("\n")).toMatchFileSnapshot(join(folder, "facts.txt"));
});

function describe(facts: Facts): string {
  const lines = [
    ...facts.owners.flatMap(describeOwner),
    ...facts.recipients.map(
      ({ recipient, how, trace, span }) => `${at(span)} recipient ${recipient} by ${how}: ${trace}`,
    ),
    ...facts.drops.map(({ table, column, span }) => `${at(span)} drops ${table}${column ? `.${column}` : ""}`),
    ...(facts.practices ?? []).map(({ span, ...practice }) => `${at(span)} ${JSON.stringify(practice)}`),
    ...(facts.retention ?? []).map(
      ({ kind, owner, seconds, setting, field, span }) =>
        `${at(span)} term ${kind} ${owner ?? "-"} ${seconds ?? "?"} s by ${setting}${field ? ` of ${field}` : ""}`,
    ),
    ...(facts.softDeletions ?? []).map(({ owner, by, span }) => `${at(span)} marks deleted ${owner} by ${by}`),
    ...(facts.stores ?? []).map(
      ({ type, how, trace, host, region, span }) =>
        `${at(span)} store ${type} by ${how}: ${trace}${host ? ` host ${host}` : ""}${region ? ` region ${region}` : ""}`,
    ),
    ...facts.problems.map(
      ({ message, line, column, fatal }) => `${line}:${column} ${fatal ? "fatal" : "problem"}: ${message}`,
    ),
  ];
  return [`== ${facts.file}`, ...lines, ""].join("\n");
}

function describeOwner(owner: OwnerFact): string[] {
  const { source, name, kind, span, bases = [], table, abstract } = owner;
  const extras = [
    table && `table ${table}`,
    abstract && "abstract",
    ...bases.map(({ name: base, pick, omit, under }) =>
      [`from ${base}`, pick && `pick ${pick.join(",")}`, omit && `omit ${omit.join(",")}`, under && `under ${under}`]
        .filter(Boolean)
        .join(" "),
    ),
  ].filter(Boolean);
  return [
    `${at(span)} ${kind} ${source}:${name}${extras.length ? ` (${extras.join("; ")})` : ""}`,
    ...owner.fields.map(describeField),
  ];
}

function describeField({ name, span, type, list, target, hints = {}, annotation }: FieldFact): string {
  const shown = Object.entries(hints).map(
    ([key, value]) => `${key}=${Array.isArray(value) ? value.join(",") : String(value)}`,
  );
  if (annotation)
    shown.push(`annotated category=${annotation.category ?? ""} purposes=${annotation.purposes?.join(",") ?? ""}`);
  return `  ${at(span)} ${name}: ${type ?? "?"}${list ? "[]" : ""}${target ? ` → ${target}` : ""}${shown.length ? ` {${shown.join("; ")}}` : ""}`;
}

function at({ line, column }: Span): string {
  return `${line}:${column}`;
}
