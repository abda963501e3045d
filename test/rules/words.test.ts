import { expect, test } from "vitest";
import { loadCatalog, placeholdersOf } from "../../src/catalog/index.js";
import { loadChecks, rulesByTheme } from "../../src/checks/index.js";
import type { Words } from "../../src/model/index.js";

const catalog = await loadCatalog();
const checks = await loadChecks();
const CYRILLIC = /\p{Script=Cyrillic}/u;

test.for([...catalog.rules.values()])("$id speaks English and Russian of the same things", (rule) => {
  const { title, message, explanation, remedy, values } = rule;
  const texts: Words[] = [
    title,
    message,
    explanation,
    remedy,
    ...Object.values(values).flatMap((one) => Object.values(one)),
  ];
  for (const { en, ru } of texts) {
    expect(en).not.toMatch(CYRILLIC);
    expect(placeholdersOf(ru).sort()).toEqual(placeholdersOf(en).sort());
    expect(`${en}${ru}`).not.toMatch(/\s{2}|\s[,;]|\s\.(?!\.)|^\s|\s$/);
  }
  for (const { ru } of [title, explanation, remedy]) expect(ru).toMatch(CYRILLIC);
  // Titles and messages stand in lists and after a line of code.
  for (const { en, ru } of [title, message]) expect(`${en}|${ru}|`).not.toMatch(/\.\|/);
  for (const { en, ru } of [explanation, remedy]) {
    expect(en).toMatch(/\.$/);
    expect(ru).toMatch(/\.$/);
  }
  // Explanations are shown without a finding too.
  expect(placeholdersOf(explanation.en)).toEqual([]);
});

test.for([...catalog.rules.values()])("$id names a check, its law and where it was read", (rule) => {
  expect(checks.has(rule.check)).toBe(true);
  expect(rule.source).not.toBe("");
  const lawful =
    rule.id.startsWith("scan/") || rule.regimes.every((regime) => (rule.articles[regime] ?? []).length > 0);
  expect(lawful).toBe(true);
  for (const article of Object.values(rule.articles).flat()) expect(article).toMatch(/\d/);
});

test("every check is used by a rule", () => {
  const used = new Set([...catalog.rules.values()].map(({ check }) => check));
  // Rules of the users' own are computed by the one on conditions.
  used.add("custom/forbidden");
  expect([...checks.keys()].filter((check) => !used.has(check))).toEqual([]);
});

test("rules are listed by theme", () => {
  const themes = rulesByTheme(catalog);
  expect(themes.map(({ id }) => id)).toEqual([...themes.map(({ id }) => id)].sort());
  expect(themes.flatMap(({ rules }) => rules)).toHaveLength(catalog.rules.size);
  expect(themes.find(({ id }) => id === "basis")?.rules.map(({ id }) => id)).toEqual([
    "basis/missing",
    "basis/repealed",
    "basis/unreferenced",
  ]);
});

test("statements of the law say how well they are founded", () => {
  for (const fact of catalog.law.values()) {
    expect(fact.source).not.toBe("");
    if (fact.confidence === "official") expect(fact.verifiedOn).not.toBeNull();
    if (fact.validTo) expect(fact.validTo > fact.validFrom).toBe(true);
    expect(fact.title.ru).toMatch(CYRILLIC);
  }
});
