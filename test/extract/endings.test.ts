import { expect, test } from "vitest";
import { endsLike } from "../../src/extract/index.js";

test.each([
  ["src/a.ts", ".ts", true],
  ["api/openapi.yaml", "openapi.yaml", true],
  ["src/a.tsx", ".ts", false],
  ["src/components/shared/seo.json", "/components/*/*.json", true],
  ["components/shared/seo.json", "/components/*/*.json", true],
  ["components/seo.json", "/components/*/*.json", false],
  ["src/components/shared/deep/seo.json", "/components/*/*.json", false],
  ["src/components/shared/seo.ts", "/components/*/*.json", false],
])("%s ends like %s: %s", (path, ending, expected) => {
  expect(endsLike(path, ending)).toBe(expected);
});
