import { resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";
import { loadCatalog } from "../../src/catalog/index.js";
import { readExpectations } from "../support/expectations.js";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const TODAY = "2026-01-15";

const passing = (await audit({ cwd: `${fixtures}/chat-service`, today: TODAY })).result;
const violating = (await audit({ cwd: `${fixtures}/chat-service-violations`, today: TODAY })).result;

test("the sample passes, with every field declared", () => {
  expect(passing.findings).toEqual([]);
  expect(passing.scope.skipped).toEqual([]);
  const { fields, ...declared } = passing.coverage;
  expect(fields).toBe(71);
  expect(new Set(Object.values(declared))).toEqual(new Set([fields]));
});

test("the trackers and messengers it talks to are found", () => {
  expect(passing.recipients.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["comagic", "google-analytics", "roistat", "telegram", "viber", "vk", "yandex-metrika"]),
  );
});

test("violations are found where they are marked, and nothing else is", async () => {
  const found = violating.findings.map(({ rule, place }) => `${rule} ${place ? `${place.file}:${place.line}` : "-"}`);
  expect(found.sort()).toEqual(await readExpectations(`${fixtures}/chat-service-violations`));
});

/** Where there is no way to see one's data, there is no export to find incomplete: the sample has the one that is. */
const APART: ReadonlySet<string> = new Set([
  "rights/no-access",
  // A policy that is there can be wrong, and a notification that was filed can be out of date.
  "policy/missing",
  "regulator/no-notification",
]);

test("violations set off every rule", async () => {
  const { rules } = await loadCatalog();
  const found = new Set(violating.findings.map(({ rule }) => rule));
  expect([...rules.keys()].filter((rule) => !found.has(rule) && !APART.has(rule))).toEqual([]);
});
