import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";
import { loadCatalog, placeholdersOf } from "../../src/catalog/index.js";
import type { Finding, Rule } from "../../src/model/index.js";
import { readExpectations } from "../support/expectations.js";

const root = resolve(import.meta.dirname, "../../fixtures/rules");
const TODAY = "2026-01-15";

async function folders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const themes = await folders(root);
const fixtures = (
  await Promise.all(themes.map(async (theme) => (await folders(join(root, theme))).map((name) => `${theme}/${name}`)))
).flat();

/** What the smallest of maps lacks, as those of most fixtures do: told of in fixtures of their own. */
const ASKED_OF_EVERY_MAP: ReadonlySet<string> = new Set([
  "policy/missing",
  "regulator/no-notification",
  "incident/no-runbook",
]);

test.for(fixtures)("%s: every expected finding and no other", async (name) => {
  const folder = join(root, name);
  const { result, catalog } = await audit({ cwd: folder, today: TODAY });
  const asked = result.findings.filter(({ rule }) => !ASKED_OF_EVERY_MAP.has(rule) || name.startsWith(rule));
  const found = asked.map(({ rule, place }) => `${rule} ${place ? `${place.file}:${place.line}` : "-"}`);
  expect(found.sort()).toEqual(await readExpectations(folder));
  for (const finding of result.findings) {
    expect(wordless(finding, catalog.rules.get(finding.rule)!), finding.rule).toEqual([]);
  }
});

/** Placeholders that the rule's words ask for and the finding does not give, and values that the rule should have words for. */
function wordless({ data = {} }: Finding, rule: Rule): string[] {
  const asked = (["message", "remedy"] as const).flatMap((text) => placeholdersOf(rule[text].en));
  const worded = asked.filter((name) => Object.hasOwn(rule.values, name));
  const shown = worded.flatMap((name) => [data[name] ?? []].flat().map((value) => [name, String(value)] as const));
  const nested = shown.flatMap(([name, value]) => placeholdersOf(rule.values[name]?.[value]?.en ?? ""));
  const without = shown.filter(([name, value]) => !Object.hasOwn(rule.values[name]!, value));
  return [
    ...[...asked, ...nested].filter((name) => !Object.hasOwn(data, name)),
    ...without.map(([name, value]) => `${name}: ${value}`),
  ];
}

test("every rule has a fixture named for it that sets it off", async () => {
  const { rules } = await loadCatalog();
  const silent: string[] = [];
  for (const rule of rules.keys()) {
    const expected = fixtures.includes(rule) ? await readExpectations(join(root, rule)) : [];
    if (!expected.some((line) => line.startsWith(`${rule} `))) silent.push(rule);
  }
  expect(silent).toEqual([]);
});
