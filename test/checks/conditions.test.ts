import { expect, test } from "vitest";
import { fulfils, type Condition, type Properties } from "../../src/checks/shared/conditions.js";
import { matchesWildcard } from "../../src/checks/shared/wildcard.js";

const thing: Properties = new Map<string, string | number | boolean | null | readonly string[]>([
  ["country", "DE"],
  ["days", 40],
  ["agreement", false],
  ["special", null],
  ["purposes", ["account", "news"]],
  ["subjects", []],
]);

test.each<[string, Condition, boolean]>([
  ["equal", { country: "DE" }, true],
  ["a pattern", { country: "D*" }, true],
  ["one of a list", { country: ["RU", "DE"] }, true],
  ["none of a list", { country: { not: ["RU", "DE"] } }, false],
  ["all must fit", { country: "DE", days: { above: 40 } }, false],
  ["within bounds", { days: { above: 39, below: 41 } }, true],
  ["a bound on what is no number", { country: { above: 1 } }, false],
  ["no and not known are two things", { agreement: null }, false],
  ["not known", { special: null }, true],
  ["known", { special: { not: null } }, false],
  ["a member of a list", { purposes: "news" }, true],
  ["no member of a list", { purposes: { not: "news" } }, false],
  ["an empty list is not known", { subjects: null }, true],
  ["a property of none", { __proto__x: "1" }, false],
])("%s", (_, condition, fits) => {
  expect(fulfils(thing, condition)).toBe(fits);
});

test.each([
  ["a*c", "abc", true],
  ["a*c", "ab", false],
  ["*", "", true],
  ["a*a", "a", false],
  ["*b*", "abc", true],
])("%s against %s", (pattern, text, matches) => {
  expect(matchesWildcard(pattern, text)).toBe(matches);
});
