import { expect, test } from "vitest";
import { factsOf } from "../support/readers.js";

// Hostile or machine-made code must cost time in proportion to its size, and circles must end.
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("\n");

async function timed(file: string, text: string) {
  await factsOf("warm.ts", "export const x = 1;");
  const start = performance.now();
  const facts = await factsOf(file, text);
  return { facts, seconds: (performance.now() - start) / 1000 };
}

const cases: readonly (readonly [string, string, string, (fields: number) => boolean])[] = [
  [
    "a union of 10,000 members",
    "union.ts",
    `import { z } from "zod";\nexport const U = z.union([${many(10_000, (i) => `z.object({ a${i}: z.string() }),`)}]);`,
    (fields) => fields === 10_000,
  ],
  [
    "5,000 schemas that extend each other",
    "chain.ts",
    `import { z } from "zod";\nexport const S0 = z.object({ a: z.string() });\n${many(5000, (i) => `export const S${i + 1} = S${i}.extend({ b${i}: z.string() });`)}`,
    (fields) => fields === 5001,
  ],
  [
    "schemas that refer to each other in a circle",
    "circle.ts",
    `import { z } from "zod";\nconst A = z.lazy(() => B);\nconst B = z.lazy(() => A);\nexport const C = C2.extend({ a: A });\nconst C2 = C.extend({ b: z.string() });`,
    (fields) => fields >= 1,
  ],
  [
    "a chain of 300 unions",
    "or.ts",
    `import { z } from "zod";\nexport const U = z.object({ a: z.string() })${many(300, (i) => `.or(z.object({ a${i}: z.string() }))`)};`,
    (fields) => fields === 301,
  ],
  [
    "a handler that reads 5,000 properties through aliases in a circle",
    "reads.ts",
    `app.post("/x", (req, res) => {\nlet a = req.body, b = a; a = b;\n${many(5000, (i) => `use(a.p${i}, b.p${i});`)}\n});`,
    (fields) => fields === 5000,
  ],
  [
    "a GraphQL schema of 5,000 types",
    "big.graphql",
    many(5000, (i) => `type T${i} { id: ID, next: T${i + 1} }`),
    (fields) => fields === 10_000,
  ],
  [
    "a GraphQL schema that is broken in 1,000 places",
    "broken.graphql",
    many(1000, (i) => `type T${i} { id: : ID }`),
    (fields) => fields === 0,
  ],
  [
    "a contract of 3,000 schemas in a circle",
    "openapi.json",
    `{"openapi":"3.0.0","paths":{},"components":{"schemas":{${Array.from({ length: 3000 }, (_, i) => `"S${i}":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/S${(i + 1) % 3000}"}}}`).join(",")}}}}`,
    (fields) => fields === 3000,
  ],
  [
    "5,000 messages",
    "big.proto",
    many(5000, (i) => `message M${i} { M${i + 1} next = 1; }`),
    (fields) => fields === 5000,
  ],
];

test.each(cases)("%s", { timeout: 60_000 }, async (_, file, text, expected) => {
  const { facts, seconds } = await timed(file, text);
  const fields = facts.owners
    .filter(({ source }) => source !== "type")
    .reduce((sum, owner) => sum + owner.fields.length, 0);
  expect(expected(fields), `${fields} fields`).toBe(true);
  expect(seconds).toBeLessThan(15);
});

test("names that objects are born with are names like any other", async () => {
  const facts = await factsOf(
    "born.ts",
    `import { z } from "zod";
     export const constructor = z.object({ __proto__: z.string(), toString: z.string(), hasOwnProperty: z.constructor() });
     app.post("/x", (req, res) => res.send(req.body.__proto__, req.body.constructor, req.toString.body));`,
  );
  const names = facts.owners.flatMap((owner) => owner.fields.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(["__proto__", "toString", "hasOwnProperty"]));
});
