import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { loadCatalog, rulesFolder } from "../../src/catalog/index.js";
import type { CatalogRecipient } from "../../src/model/index.js";

const { recipients } = await loadCatalog();
const all = [...recipients.values()];

test("every file holds the recipient it is named after", async () => {
  const files = await readdir(join(rulesFolder, "catalog", "recipients"));
  expect(files.map((file) => basename(file, ".yaml")).sort()).toEqual([...recipients.keys()].sort());
});

test.each([
  ["package", ({ packages }: CatalogRecipient) => packages],
  ["host", ({ hosts }: CatalogRecipient) => hosts],
  ["global", ({ globals }: CatalogRecipient) => globals],
  ["cookie", ({ cookies }: CatalogRecipient) => cookies.map(({ name }) => name)],
] as const)("no two recipients claim the same %s", (_, tracesOf) => {
  const owners = new Map<string, string[]>();
  for (const recipient of all) {
    for (const trace of tracesOf(recipient)) owners.set(trace, [...(owners.get(trace) ?? []), recipient.id]);
  }
  expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
});

test("every recipient can be recognised by something", () => {
  const silent = all.filter(({ packages, hosts, globals }) => packages.length + hosts.length + globals.length === 0);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test("a link to a page is no host that data is sent to", () => {
  const both = all.flatMap(({ id, hosts, links }) =>
    links.filter((link) => hosts.includes(link)).map((link) => [id, link]),
  );
  expect(both).toEqual([]);
});

test("titles of two recipients differ", () => {
  for (const language of ["en", "ru"] as const) {
    const titles = all.map(({ title }) => title[language]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});
