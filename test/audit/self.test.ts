import { resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";

const project = resolve(import.meta.dirname, "../..");

test("the project audits itself, and nothing is found", async () => {
  const { result } = await audit({ cwd: project, map: ".opis.yaml", today: "2026-01-15" });
  expect(result.scope.analysed).toBeGreaterThan(300);
  expect(result.findings.map(({ rule, place, data }) => ({ rule, place, data }))).toEqual([]);
  expect(result.recipients).toEqual([]);
}, 180_000);
