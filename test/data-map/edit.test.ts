import { expect, test } from "vitest";
import { editDataMap, type EntryAddition, type MapEdits } from "../../src/data-map/index.js";

const none: MapEdits = { renames: [], stale: new Map(), additions: [] };

function added(match: string[], after: string | null = null, more: Partial<EntryAddition> = {}): MapEdits {
  return { ...none, additions: [{ after, match, category: "contact", question: "? what for", ...more }] };
}

const stale = (...entries: [string, string[]][]): MapEdits => ({ ...none, stale: new Map(entries) });

const renamed = (entry: string, from: string, to: string): MapEdits => ({ ...none, renames: [{ entry, from, to }] });

const edit = (text: string, edits: MapEdits): string => editDataMap(text, edits).text;

/** Oddly formatted on purpose: every comment, quote, blank and column of it is to stay. */
const ODD = `# Our map\r
version:   1\r
fields:   # what we collect\r
     # people\r
     -   match: &u "User.email"   # main\r
         category:  'contact'\r
         note: |\r
             two\r
             lines\r
\r
     -   {match: ['User.phone',User.fax], category: contact,purposes: [a]} # numbers\r
     # the rest\r
     -   match:\r
           - prisma:Order.*   # all\r
         category: contact\r
\r
# end\r
stores: {}\r
`;

test("nothing to do leaves every byte", () => {
  for (const text of [ODD, `\ufeff${ODD}`, "fields: []", "{}", "fields:\n"]) expect(edit(text, none)).toBe(text);
});

test("an entry goes behind the one it belongs to, written as its neighbours are", () => {
  const text = edit(ODD, added(["User.name"], "fields[0]"));
  expect(text).toBe(
    ODD.replace(
      "             lines\r\n\r\n",
      "             lines\r\n     -   match: User.name\r\n         category: contact\r\n         purposes: [] # ? what for\r\n\r\n",
    ),
  );
  expect(edit(ODD, added(["User.name", "User.inn"], "fields[1]"))).toBe(
    ODD.replace(
      "# numbers\r\n",
      "# numbers\r\n     -   {match: [User.name, User.inn], category: contact, purposes: []} # ? what for\r\n",
    ),
  );
  expect(edit(ODD, added(["cookie:sid"], null, { category: null }))).toBe(
    ODD.replace(
      "         category: contact\r\n\r\n# end",
      '         category: contact\r\n     -   match: "cookie:sid"\r\n         purposes: [] # ? what for\r\n\r\n# end',
    ),
  );
});

test("a renamed selector keeps its quotes and what stands around it", () => {
  expect(edit(ODD, renamed("fields[1]", "User.phone", "User.phoneNumber"))).toBe(
    ODD.replace("'User.phone'", "'User.phoneNumber'"),
  );
  expect(edit(ODD, renamed("fields[1]", "User.fax", "prisma:User.fax"))).toBe(
    ODD.replace("User.fax", '"prisma:User.fax"'),
  );
  expect(edit(ODD, renamed("fields[2]", "prisma:Order.*", "prisma:Purchase.*"))).toBe(
    ODD.replace("prisma:Order.*", '"prisma:Purchase.*"'),
  );
});

test("what is shared through an anchor is left to people", () => {
  const { text, byHand } = editDataMap(ODD, renamed("fields[0]", "User.email", "User.mail"));
  expect(text).toBe(ODD);
  expect(byHand).toEqual([{ entry: "fields[0]", from: "User.email", to: "User.mail" }]);
});

test("a mark is put above an entry once, changed when it must be, and taken off again", () => {
  const marked = edit(ODD, stale(["fields[1]", ["User.fax"]]));
  expect(marked).toBe(ODD.replace("     -   {match", "     # opis-stale: User.fax\r\n     -   {match"));
  expect(edit(marked, stale(["fields[1]", ["User.fax"]]))).toBe(marked);
  const more = edit(marked, stale(["fields[1]", ["User.phone", "User.fax"]]));
  expect(more).toBe(ODD.replace("     -   {match", "     # opis-stale: User.phone, User.fax\r\n     -   {match"));
  expect(edit(more, none)).toBe(ODD);
});

test("all at once", () => {
  const text = edit(ODD, {
    renames: [{ entry: "fields[1]", from: "User.phone", to: "User.tel" }],
    stale: new Map([["fields[2]", ["prisma:Order.*"]]]),
    additions: [{ after: "fields[1]", match: ["User.name"], category: "contact", question: "" }],
  });
  expect(text).toBe(
    ODD.replace("'User.phone'", "'User.tel'")
      .replace("# numbers\r\n", "# numbers\r\n     -   {match: User.name, category: contact, purposes: []}\r\n")
      .replace(
        "     -   match:\r\n           - prisma",
        "     # opis-stale: prisma:Order.*\r\n     -   match:\r\n           - prisma",
      ),
  );
});

test.for<[string, string]>([
  ["fields: [{match: a}]", "fields: [{match: a}, {match: User.name, category: contact, purposes: []}]"],
  ["fields: [{ match: a }, ]\n", "fields: [{ match: a }, { match: User.name, category: contact, purposes: [] }, ]\n"],
  [
    "fields: [\n  {match: a}, # one\n  {match: b} # two\n]\n",
    "fields: [\n  {match: a}, # one\n  {match: b}, # two\n  {match: User.name, category: contact, purposes: []}\n]\n",
  ],
  [
    "fields: [\n  {match: a},\n]\nx: 1\n",
    "fields: [\n  {match: a},\n  {match: User.name, category: contact, purposes: []},\n]\nx: 1\n",
  ],
  [
    "fields: [] # none yet\nx: 1\n",
    "fields: # none yet\n  - { match: User.name, category: contact, purposes: [] } # ? what for\nx: 1\n",
  ],
  ["fields:\nx: 1\n", "fields:\n  - { match: User.name, category: contact, purposes: [] } # ? what for\nx: 1\n"],
  ['{"version": 1, "fields": []}', '{"version": 1, "fields": [{ match: User.name, category: contact, purposes: [] }]}'],
  [
    "fields:\n- {match: a}",
    "fields:\n- {match: a}\n- {match: User.name, category: contact, purposes: []} # ? what for",
  ],
  [
    "fields:\n- {match: a}\n# last words\n",
    "fields:\n- {match: a}\n- {match: User.name, category: contact, purposes: []} # ? what for\n# last words\n",
  ],
  [
    "a: &e {match: a}\nfields:\n  - *e\nx: 1\n",
    "a: &e {match: a}\nfields:\n  - *e\n  - { match: User.name, category: contact, purposes: [] } # ? what for\nx: 1\n",
  ],
  [
    "fields:\n  - match: a\n    note: |+\n      kept\n\n\nx: 1\n",
    "fields:\n  - match: a\n    note: |+\n      kept\n\n\n  - match: User.name\n    category: contact\n    purposes: [] # ? what for\nx: 1\n",
  ],
  [
    "fields:\n  -\n    match: a\n",
    "fields:\n  -\n    match: a\n  - match: User.name\n    category: contact\n    purposes: [] # ? what for\n",
  ],
])("adds to %j", ([before, after]) => {
  expect(edit(before, added(["User.name"]))).toBe(after);
});

test("in the middle of a line there is no room for a mark: that is left to people", () => {
  const text = "fields: [{match: a}, {match: b}]\n";
  const { text: same, byHand } = editDataMap(text, stale(["fields[1]", ["b"]]));
  expect([same, byHand]).toEqual([text, [{ entry: "fields[1]", stale: ["b"] }]]);
});

test("names that mean something to YAML or to JavaScript are quoted or kept", () => {
  const text = "fields:\n  - {match: a}\n";
  expect(edit(text, added(["request:POST /leads.phone"]))).toContain('match: "request:POST /leads.phone"');
  expect(edit(text, added(["__proto__.constructor"]))).toContain("match: __proto__.constructor");
  expect(edit(text, renamed("fields[0]", "a", "src/a.ts#type:Lead.phone"))).toContain(
    '{match: "src/a.ts#type:Lead.phone"}',
  );
});
