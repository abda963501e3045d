import { expect, test } from "vitest";
import { createModuleResolver } from "../../src/inventory/modules.js";
import type { Facts } from "../../src/model/index.js";

function resolverOver(files: Readonly<Record<string, string>>) {
  const empty = {
    owners: [],
    imports: [],
    exports: [],
    constants: {},
    recipients: [],
    drops: [],
    suppressions: [],
    problems: [],
  };
  return createModuleResolver(
    Object.entries(files).map(([file, manifest]): Facts => ({ ...empty, file, ...(manifest && { manifest }) })),
  );
}

test.each([
  ["a relative path without ending", "src/a.ts", "./b", { "src/b.ts": "" }, "src/b.ts"],
  ["the name of the output", "src/a.ts", "./b.js", { "src/b.tsx": "" }, "src/b.tsx"],
  ["a folder with an index", "src/a.ts", "../lib", { "lib/index.ts": "" }, "lib/index.ts"],
  [
    "a path alias",
    "src/a.ts",
    "@/models/user",
    {
      "tsconfig.json": `{ // aliases\n "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
      "src/models/user.ts": "",
    },
    "src/models/user.ts",
  ],
  [
    "an alias of an extended configuration",
    "apps/web/a.ts",
    "~/user",
    {
      "tsconfig.base.json": `{"compilerOptions":{"baseUrl":".","paths":{"~/*":["libs/*"]}}}`,
      "apps/web/tsconfig.json": `{"extends":"../../tsconfig.base.json"}`,
      "libs/user.ts": "",
    },
    "libs/user.ts",
  ],
  [
    "a workspace package",
    "apps/web/a.ts",
    "@acme/db",
    { "packages/db/package.json": `{"name":"@acme/db","main":"./src/index.ts"}`, "packages/db/src/index.ts": "" },
    "packages/db/src/index.ts",
  ],
  [
    "a workspace package that points at its output",
    "apps/web/a.ts",
    "@acme/db",
    {
      "packages/db/package.json": `{"name":"@acme/db","exports":{".":{"import":"./dist/index.js"}}}`,
      "packages/db/src/index.ts": "",
    },
    "packages/db/src/index.ts",
  ],
  [
    "a subpath export",
    "apps/web/a.ts",
    "@acme/db/user",
    { "packages/db/package.json": `{"name":"@acme/db","exports":{"./*":"./src/*.ts"}}`, "packages/db/src/user.ts": "" },
    "packages/db/src/user.ts",
  ],
  ["an outside package", "src/a.ts", "zod", {}, null],
  ["a path that leaves the root", "src/a.ts", "../../../etc/passwd", {}, null],
  ["a name of the prototype", "src/a.ts", "./__proto__", {}, null],
])("%s", (_, from, module, files, expected) => {
  expect(resolverOver({ [from]: "", ...files }).resolve(from, module)).toBe(expected);
});

test("a cycle of configurations ends", () => {
  const resolver = resolverOver({ "tsconfig.json": `{"extends":"./tsconfig.json"}`, "a.ts": "", "b.ts": "" });
  expect(resolver.resolve("a.ts", "@/b")).toBeNull();
});
