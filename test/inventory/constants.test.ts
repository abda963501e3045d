import { expect, test } from "vitest";

import { buildInventory } from "../../src/inventory/index.js";
import { factsOf, shippedCatalog } from "../support/readers.js";

async function namesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const facts = await Promise.all(Object.entries(files).map(([file, text]) => factsOf(file, text)));
  const { fields, dismissed } = buildInventory(facts, await shippedCatalog);
  return [...fields, ...dismissed].map(({ place, field }) => `${place.file}:${place.line} ${field}`).sort();
}

const page = 'import { TOKEN, KEYS, Names } from "./keys";\n';

test.each([
  ["a constant", "localStorage.setItem(TOKEN, x);", 'export const TOKEN = "auth_token";', "auth_token"],
  ["a member", "res.cookie(KEYS.session.id, x);", 'export const KEYS = { session: { id: "sid" } } as const;', "sid"],
  ["an enum", "localStorage.getItem(Names.Mail);", 'export enum Names { Mail = "mail" }', "mail"],
])("a key named by %s of another file has the text it holds", async (_, use, keys, name) => {
  expect(await namesOf({ "a.ts": page + use, "keys.ts": keys })).toEqual([`a.ts:2 ${name}`]);
});

test("a key named by a constant that nothing declares keeps the constant's name", async () => {
  expect(await namesOf({ "a.ts": `${page}localStorage.setItem(TOKEN, x);` })).toEqual(["a.ts:2 TOKEN"]);
});

test("re-exports and namespaces lead to the constant", async () => {
  const files = {
    "a.ts": 'import * as keys from "./index";\nres.cookie(keys.KEYS.sid, x);',
    "index.ts": 'export * from "./keys";',
    "keys.ts": 'export const KEYS = { sid: "session_id" };',
  };
  expect(await namesOf(files)).toEqual(["a.ts:2 session_id"]);
});

test("a name read and written in one file is two places", async () => {
  const text =
    'export const read = () => localStorage.getItem("email");\nexport const write = () => localStorage.setItem("email", x);';
  expect(await namesOf({ "a.ts": text })).toEqual(["a.ts:1 email", "a.ts:2 email"]);
});
