import { expect, test } from "vitest";
import { linkInventory } from "../../src/inventory/index.js";
import { loadReaders, extractFacts } from "../../src/extract/index.js";
import { shippedCatalog } from "../support/readers.js";

const SCHEMA = `model User {
  id    String @id
  email String
  posts Post[]
}

model Post {
  id     String @id
  author User   @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId String
  text   String
}
`;
const PURGE = `import { removeOlder } from "./users.js";
const day = 86_400_000;
export async function purge() { await removeOlder(new Date(Date.now() - 90 * day)); }
export const LIMIT = 3;
`;
const USERS = `import { prisma } from "./db.js";
export async function removeOlder(cutoff: Date) { await prisma.user.deleteMany({ where: { createdAt: { lt: cutoff } } }); }
`;

async function pointers() {
  const catalog = await shippedCatalog;
  const readers = await loadReaders();
  const files = { "schema.prisma": SCHEMA, "src/purge.ts": PURGE, "src/users.ts": USERS };
  const facts = await Promise.all(
    Object.entries(files).map(([file, text]) =>
      extractFacts(file, text, readers, catalog, { whole: file.endsWith(".ts") }),
    ),
  );
  const { code } = linkInventory(facts, catalog);
  return code.pointers({ read: facts.slice(1), documents: new Set(["docs/policy.md"]) });
}

test("a function is followed to what it deletes, and to what goes along", async () => {
  const target = (await pointers()).resolve("src/purge.ts#purge");
  expect(target).toMatchObject({ resolved: true, kind: "function", place: { file: "src/purge.ts", line: 3 } });
  const deletes = target.resolved ? target.deletes : [];
  expect(deletes.map(({ owners, cascade }) => [owners.map(({ name }) => name), cascade])).toEqual([
    [["User"], false],
    [["Post"], true],
  ]);
});

test("fields, constants, documents and addresses are told apart", async () => {
  const { resolve } = await pointers();
  const kinds = [
    "prisma:User.email",
    "prisma:User",
    "src/purge.ts#LIMIT",
    "src/purge.ts",
    "docs/policy.md",
    "https://a.example/b",
  ];
  expect(kinds.map((pointer) => resolve(pointer)).map((target) => target.resolved && target.kind)).toEqual([
    "field",
    "record",
    "symbol",
    "module",
    "document",
    "url",
  ]);
});

test("what leads nowhere says why, and what is near", async () => {
  const { resolve } = await pointers();
  expect(resolve("src/purge.ts#purg")).toMatchObject({ resolved: false, reason: "no-symbol", nearest: ["purge"] });
  expect(resolve("src/purg.ts")).toMatchObject({ reason: "no-file", nearest: ["src/purge.ts"] });
  expect(resolve("prisma:User.emial")).toMatchObject({ reason: "no-field", nearest: ["email"] });
  expect(resolve("prisma:Usr.email")).toMatchObject({ reason: "no-record", nearest: ["User"] });
  expect(resolve("../secret.ts")).toMatchObject({ reason: "outside-root" });
});
