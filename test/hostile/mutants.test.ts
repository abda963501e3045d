import fc from "fast-check";
import { expect, test } from "vitest";
import { buildInventory } from "../../src/inventory/index.js";
import type { Facts } from "../../src/model/index.js";
import { factsOf, shippedCatalog } from "../support/readers.js";
import { mutants, readSeeds } from "./mutants.js";

/** More of them for a night: `OPIS_MUTANTS=100000 npx vitest run test/hostile`. */
const RUNS = Number(process.env["OPIS_MUTANTS"] ?? 5000);
const PER_CODE_BASE = 50;

// No file, however broken, may stop an audit: what cannot be read becomes a problem with its place.
test(
  `${RUNS} broken files are read and linked`,
  async () => {
    const seeds = await readSeeds();
    const catalog = await shippedCatalog;
    const codeBase = fc.array(mutants(seeds), { minLength: PER_CODE_BASE, maxLength: PER_CODE_BASE });
    let problems = 0;
    const property = fc.asyncProperty(codeBase, async (files) => {
      const facts: Facts[] = [];
      for (const [index, { file, text }] of files.entries()) facts.push(await factsOf(`${index}/${file}`, text));
      problems += facts.reduce((sum, one) => sum + one.problems.length, 0);
      expect(JSON.parse(JSON.stringify(facts))).toStrictEqual(facts);
      const inventory = buildInventory(facts, catalog);
      expect(inventory.fields.every(({ dataType }) => dataType !== null)).toBe(true);
    });
    // One seed, so that a failure on one machine is one on all.
    await fc.assert(property, { numRuns: Math.ceil(RUNS / PER_CODE_BASE), seed: 20_261_122, endOnFailure: true });
    // Were nothing broken, nothing would have been tried.
    expect(problems).toBeGreaterThan(RUNS / 50);
  },
  Math.max(180_000, RUNS * 60),
);
