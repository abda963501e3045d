import { expect, test } from "vitest";
import { cliWords } from "../../src/cli/words/index.js";
import type { Phrase } from "../../src/words/index.js";
import { speaker, words } from "../../src/report/index.js";

const tables = { report: words, cli: cliWords } as const;
const pairs = Object.entries(tables).flatMap(([name, { en, ru }]) =>
  Object.entries<Phrase>(en).map(
    ([key, phrase]) => [`${name} ${key}`, phrase, (ru as Record<string, Phrase>)[key]!] as const,
  ),
);

const forms = (phrase: Phrase): string[] => (typeof phrase === "string" ? [phrase] : Object.values(phrase));
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test.for(pairs)("%s says the same in both languages", ([, en, ru]) => {
  expect(typeof ru).toBe(typeof en);
  const asked = holes(forms(en)[0]!);
  for (const form of [...forms(en), ...forms(ru)]) expect(holes(form)).toEqual(asked);
  if (typeof ru !== "string") expect(Object.keys(ru).sort()).toEqual(["few", "many", "one", "other"]);
});

/** Names that Russian leaves as they are. */
const NAMES = new Set(["JSON", "GDPR", "{command}"]);

test.for(pairs)("%s is in Russian", ([, , ru]) => {
  for (const form of forms(ru))
    if (!NAMES.has(form) && /\p{L}{2,}/u.test(form.replace(/\{\w+\}/g, "")))
      expect(form).toMatch(/\p{Script=Cyrillic}/u);
});

test.for([
  [0, "0 ошибок", "0 errors"],
  [1, "1 ошибка", "1 error"],
  [2, "2 ошибки", "2 errors"],
  [5, "5 ошибок", "5 errors"],
  [11, "11 ошибок", "11 errors"],
  [21, "21 ошибка", "21 errors"],
  [1234, "1 234 ошибки", "1,234 errors"],
] as const)("%i is counted as %s and %s", ([n, ru, en]) => {
  expect(speaker("ru").say("summary.errors", { n }).replace(/\s/g, " ")).toBe(ru);
  expect(speaker("en").say("summary.errors", { n })).toBe(en);
});

test("a value is never taken for a placeholder", () => {
  expect(speaker("en").say("finding.related", { places: "{places} {constructor}" })).toBe("see {places} {constructor}");
});

test("percents are rounded down, so that all means all", () => {
  expect(speaker("en").percent(999, 1000)).toBe("99%");
  expect(speaker("en").percent(1000, 1000)).toBe("100%");
  expect(speaker("en").percent(0, 0)).toBe("100%");
});
