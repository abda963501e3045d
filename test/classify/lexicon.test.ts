import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import { compileLexicon } from "../../src/classify/index.js";
import type { DataTypeFile } from "../../src/classify/lexicon-file.js";
import { analyseName } from "../../src/classify/name-analysis.js";
import { fieldOf, verdictOf } from "./support.js";

const catalog = await loadCatalog();
const lexicon = compileLexicon(catalog);

describe.each([...catalog.dataTypes.values()].map((type) => [type.id, type] as const))("%s", (id, type) => {
  const { names = {}, examples = {} } = type.lexicon as DataTypeFile;
  const yes = (examples.yes ?? []).flat();
  const no = (examples.no ?? []).flat();
  const phrases = Object.values(names).flatMap((lists) => Object.values(lists).flat());

  test("examples are of it", () => {
    const wrong = yes.filter((example) => verdictOf(example, catalog).dataType !== id);
    expect(wrong).toEqual([]);
  });

  test("counter-examples are not", () => {
    const wrong = no.filter((example) => verdictOf(example, catalog).dataType === id);
    expect(wrong).toEqual([]);
  });

  test("every pattern decides an example and yields in another", () => {
    const decided = new Set(
      yes.flatMap((example) => {
        const [first] = verdictOf(example, catalog).evidence;
        return first?.kind === "name" ? [first.detail] : [];
      }),
    );
    const yielded = new Set(
      no.flatMap((example) =>
        analyseName(fieldOf(example), lexicon).candidates.map(({ pattern }) =>
          pattern.type.id === id ? pattern.phrase : "",
        ),
      ),
    );
    expect(phrases.filter((phrase) => !decided.has(phrase))).toEqual([]);
    expect(phrases.filter((phrase) => !yielded.has(phrase))).toEqual([]);
  });
});

test("a special data type names its category", () => {
  for (const { id, special, categoryKind } of catalog.dataTypes.values()) {
    expect([id, special !== null], id).toEqual([id, categoryKind !== "general"]);
  }
});

test("a lexicon is compiled once per catalogue", () => {
  expect(compileLexicon(catalog)).toBe(lexicon);
});
