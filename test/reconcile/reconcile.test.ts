import { expect, test } from "vitest";
import type { Annotation, FieldEntry } from "../../src/model/index.js";
import { reconcile } from "../../src/reconcile/index.js";
import { fieldOf, inventoryOf, mapOf } from "../support/model.js";

const options = { minConfidence: "medium", catalog: { dataTypes: new Map() } } as const;
const at = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const annotation = (more: Partial<Annotation>): Annotation => ({ span: at, ...more });

test("the most specific entry decides", async () => {
  const map = await mapOf(`fields:
  - {match: "*.email", category: a, purposes: [x]}
  - {match: "User.*", category: b, purposes: [x]}
  - {match: User.email, category: c, purposes: [x]}
`);
  const { fields, unmatched, ambiguities } = reconcile(
    inventoryOf([fieldOf("prisma:User|email"), fieldOf("prisma:User|phone"), fieldOf("prisma:Lead|email")]),
    map,
    options,
  );
  expect(fields.map(({ field, category }) => [field.id, category])).toEqual([
    ["prisma:User.email", "c"],
    ["prisma:User.phone", "b"],
    ["prisma:Lead.email", "a"],
  ]);
  expect(unmatched).toEqual([]);
  expect(ambiguities).toEqual([]);
});

test("entries that say equally much of a field are ambiguous, and the first stands meanwhile", async () => {
  const map = await mapOf(`fields:
  - {match: [User.email, "*.phone"], category: a, purposes: [x]}
  - {match: User.email, category: b, purposes: [x]}
notPersonal:
  - {match: "*.phone", because: shared}
`);
  const { fields, ambiguities } = reconcile(
    inventoryOf([fieldOf("prisma:User|email"), fieldOf("prisma:Shop|phone")]),
    map,
    options,
  );
  expect(ambiguities.map(({ field, entries }) => [field.id, entries.map(({ path }) => path)])).toEqual([
    ["prisma:User.email", ["fields[0]", "fields[1]"]],
    ["prisma:Shop.phone", ["fields[0]", "notPersonal[0]"]],
  ]);
  expect(fields.map(({ category }) => category)).toEqual(["a", "a"]);
});

test("one entry with two selectors for a field is not ambiguous", async () => {
  const map = await mapOf(`fields:
  - {match: [User.email, "prisma:User.email", User.email], category: a, purposes: [x]}
`);
  expect(reconcile(inventoryOf([fieldOf("prisma:User|email")]), map, options).ambiguities).toEqual([]);
});

test("an entry is unmatched only when no field at all answers to it", async () => {
  const map = await mapOf(`fields:
  - {match: User.guess, category: a, purposes: [x]}
  - {match: User.dismissed, category: a, purposes: [x]}
  - {match: User.ownerId, category: a, purposes: [x]}
  - {match: User.gone, category: a, purposes: [x]}
notPersonal:
  - {match: User.alsoGone, because: gone}
`);
  const { unmatched, fields, references } = reconcile(
    inventoryOf(
      [
        fieldOf("prisma:User|guess", { confidence: "low" }),
        fieldOf("prisma:User|ownerId", { dataType: "person_reference" }),
      ],
      { dismissed: [fieldOf("prisma:User|dismissed", { dataType: null })] },
    ),
    map,
    options,
  );
  expect(unmatched.map(({ match }) => match)).toEqual([["User.gone"], ["User.alsoGone"]]);
  expect(fields).toEqual([]);
  expect(references.map(({ field }) => field)).toEqual(["ownerId"]);
});

test("an annotation declares a field, fills what its entry leaves out, and is told apart from it", async () => {
  const map = await mapOf(`fields:
  - {match: User.email, category: a, purposes: [x, y]}
  - {match: User.phone, category: a, purposes: [x]}
  - {match: User.fax, purposes: [x]}
`);
  const { fields, disagreements } = reconcile(
    inventoryOf([
      fieldOf("prisma:User|email", { annotation: annotation({ category: "a", purposes: ["y", "x"] }) }),
      fieldOf("prisma:User|phone", { annotation: annotation({ category: "b", purposes: ["z"] }) }),
      fieldOf("prisma:User|fax", { annotation: annotation({ category: "b" }) }),
      fieldOf("prisma:User|telex", { annotation: annotation({ category: "c", purposes: ["z"] }) }),
    ]),
    map,
    options,
  );
  expect(fields.map(({ category, purposes }) => [category, purposes])).toEqual([
    ["a", ["x", "y"]],
    ["a", ["x"]],
    ["b", ["x"]],
    ["c", ["z"]],
  ]);
  expect(disagreements.map(({ field, about }) => [field.field, about])).toEqual([
    ["phone", "category"],
    ["phone", "purposes"],
  ]);
});

test("retention is the entry's, else its purposes', else its store's", async () => {
  const map = await mapOf(`purposes:
  one: {title: One, retention: r1}
  byCategory: {title: Two, retention: {a: ra}}
  none: {title: Three}
retention: {r1: {period: P1Y}, ra: {period: P2Y}, rs: {period: P3Y}, re: {period: P4Y}}
stores:
  crm: {type: postgres, country: RU, retention: rs, matches: ["Lead.*"]}
  log: {type: file, country: RU, retention: r1}
fields:
  - {match: User.own, category: a, purposes: [one], retention: re}
  - {match: User.purpose, category: a, purposes: [none, one, byCategory]}
  - {match: User.category, category: b, purposes: [byCategory]}
  - {match: Lead.matched, category: a, purposes: [none]}
  - {match: Lead.named, category: a, purposes: [none], store: log}
`);
  const names = ["User|own", "User|purpose", "User|category", "Lead|matched", "Lead|named", "Lead|undeclared"];
  const { fields } = reconcile(inventoryOf(names.map((name) => fieldOf(`prisma:${name}`))), map, options);
  expect(fields.map(({ retention }) => retention)).toEqual([["re"], ["r1", "ra"], [], ["rs"], ["r1"], []]);
});

test("subjects are the entry's, else those of its purposes, each once", async () => {
  const map = await mapOf(`subjects: {u: {kind: registered_user}, p: {kind: partner}}
purposes:
  one: {title: One, subjects: [u, p]}
  two: {title: Two, subjects: [u]}
fields:
  - {match: User.a, category: a, purposes: [one, two]}
  - {match: User.b, category: a, purposes: [one], subjects: [p]}
`);
  const { fields } = reconcile(inventoryOf([fieldOf("prisma:User|a"), fieldOf("prisma:User|b")]), map, options);
  expect(fields.map(({ subjects }) => subjects)).toEqual([["u", "p"], ["p"]]);
});

test("coverage counts what the map accounts for, and not what it denies", async () => {
  const map = await mapOf(`purposes: {one: {title: One, retention: r}}
retention: {r: {period: P1Y}}
cookies: {"sid*": {party: first, kind: necessary, lifetime: session, purposes: [one]}}
fields:
  - {match: User.a, category: a, purposes: [one]}
  - {match: User.b, purposes: []}
notPersonal: [{match: User.d, because: no}]
`);
  const names = ["prisma:User|a", "prisma:User|b", "prisma:User|c", "prisma:User|d"];
  const cookie = fieldOf("cookie:|sid_1", { kind: "cookie" });
  const { coverage } = reconcile(inventoryOf([...names.map((name) => fieldOf(name)), cookie]), map, options);
  expect(coverage).toEqual({ fields: 4, declared: 3, withCategory: 2, withPurpose: 2, withRetention: 2 });
});

test("names that JavaScript knows already are names like others", async () => {
  const map = await mapOf(`fields:
  - {match: "constructor.__proto__", category: toString, purposes: [hasOwnProperty]}
`);
  const { fields } = reconcile(
    inventoryOf([fieldOf("type:constructor|__proto__"), fieldOf("type:User|toString")]),
    map,
    options,
  );
  expect(fields.map(({ entry }) => entry !== null)).toEqual([true, false]);
});

test("20,000 fields against 2,000 entries take little time", async () => {
  const map = await mapOf("fields: []\n");
  const [place, path] = [{ file: "opis.yaml", line: 1, column: 1 }, "fields"];
  const entryOf = (match: string): FieldEntry => ({
    match: [match],
    category: "a",
    item: null,
    purposes: ["x"],
    subjects: [],
    store: null,
    retention: null,
    source: null,
    required: null,
    scopes: [],
    note: null,
    place,
    path,
  });
  const entries = Array.from({ length: 2000 }, (_, n) =>
    entryOf([`Model${n}.email`, `Model${n}.*`, `*.field${n}`, `packages/p${n}/**#*.phone`][n % 4]!),
  );
  const fields = Array.from({ length: 20_000 }, (_, n) =>
    fieldOf(
      `packages/p${Math.floor(n / 50)}/a.ts#prisma:Model${n % 2001}|${["email", "phone", `field${n}`, "address.city"][n % 4]!}`,
    ),
  );
  const start = performance.now();
  const { coverage } = reconcile(inventoryOf(fields), { ...map, fields: entries }, options);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(coverage.declared).toBeGreaterThan(5000);
});
