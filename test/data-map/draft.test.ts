import { describe, expect, it } from "vitest";
import { draftDataMap } from "../../src/data-map/index.js";
import type { Catalog, CatalogRecipient, DataType, Inventory, InventoryField } from "../../src/model/index.js";
import { reconcile } from "../../src/reconcile/index.js";
import { loadText } from "./support.js";

const words = { en: "-", ru: "-" };

const dataType = (
  id: string,
  category: string,
  categoryKind: DataType["categoryKind"] = "general",
): [string, DataType] => [id, { id, title: words, category, categoryKind, special: null, lexicon: {} }];

const recipient = (id: string, kind: string, more: Partial<CatalogRecipient> = {}): [string, CatalogRecipient] => [
  id,
  {
    id,
    title: words,
    vendor: `${id}: the "company"`,
    country: "US",
    kind,
    packages: [],
    globals: [],
    hosts: [],
    links: [],
    calls: [],
    cookies: [],
    privacyUrl: null,
    ...more,
  },
];

const catalog = {
  rules: new Map([["special/free-text", { parameters: { dataTypes: ["message_content"] } }]]),
  dataTypes: new Map([
    dataType("email", "contact"),
    dataType("phone", "contact"),
    dataType("full_name", "identity"),
    dataType("ip_address", "technical"),
    dataType("session_id", "technical"),
    dataType("message_content", "content"),
    dataType("diagnosis", "health", "special"),
    dataType("person_reference", "technical"),
  ]),
  recipients: new Map([
    recipient("metrika", "analytics", {
      country: "RU",
      cookies: [{ name: "_ym_uid", lifetime: "P1Y", purpose: null }],
    }),
    recipient("pixel", "ads", { country: null }),
  ]),
  owners: {},
} as unknown as Catalog;

function field(id: string, dataType: string | null, more: Partial<InventoryField> = {}): InventoryField {
  const [, source = "", owner = "", name = ""] =
    /^(?:[^:#]*#)?([\w-]+):(?:(.*)\.)?([^.]*?)(?:\[\d+\])?$/.exec(id) ?? [];
  return {
    id,
    source,
    owner,
    field: name,
    place: { file: "src/a.ts", line: 1, column: 1 },
    kind: "store",
    type: "string",
    hints: {},
    annotation: null,
    ownerRole: "person",
    dataType,
    special: null,
    confidence: "high",
    evidence: [],
    ...more,
  };
}

const fields = [
  field("prisma:User.email", "email"),
  field("prisma:User.phone", "phone"),
  field("prisma:User.name", "full_name"),
  field("prisma:User.managerId", "person_reference"),
  field("prisma:User.nick", "full_name", { confidence: "low" }),
  field("zod:User.email", "email", { kind: "input" }),
  // One name, two meanings: the source must be told.
  field("prisma:Ticket.contact", "email"),
  field("zod:Ticket.contact", "full_name", { kind: "input" }),
  // And where the source is the same, the file.
  field("src/a.ts#type:Lead.value", "phone", { kind: "type" }),
  field("src/b.ts#type:Lead.value", "full_name", { kind: "type", place: { file: "src/b.ts", line: 1, column: 1 } }),
  field("sql:users.mail", "email"),
  field("sql:users.mail[2]", "full_name"),
  field("request:POST /leads/{id}.phone", "phone", { kind: "input" }),
  field("zod:signUp.email", "email", { owner: "signUp", field: "contact.email", id: "zod:signUp.contact.email" }),
  field("request:GET /a/*.email", "email", { kind: "input" }),
  field("form:a,{b}:c #1.phone", "phone", { kind: "input", owner: "a,{b}:c #1", field: "phone" }),
  field("prisma:Ticket.body", "message_content"),
  field("prisma:Patient.diagnosis", "diagnosis", { special: "health" }),
  field("cookie:sid", "session_id", { kind: "cookie" }),
  field("cookie:_ym_*", "session_id", { kind: "cookie" }),
  field("device:ip", "ip_address", { kind: "device" }),
  field("web-storage:user phone", "phone", { kind: "web-storage", owner: "", field: "user phone" }),
  field("type:Card.holder", "full_name", {
    kind: "type",
    annotation: { category: "payment", purposes: ["billing"], span: { line: 1, column: 1, endLine: 1, endColumn: 2 } },
  }),
  field("type:Long.a1", "email", { kind: "type" }),
  ...Array.from({ length: 12 }, (_, index) => field(`type:Long.alternativeAddress${index}`, "email", { kind: "type" })),
];

const inventory: Inventory = {
  fields,
  dismissed: [],
  recipients: [
    { id: "metrika", mentions: [] },
    { id: "pixel", mentions: [] },
    { id: "unlisted", mentions: [] },
  ],
  cookies: [
    { name: "sid", places: [], recipient: null },
    { name: "_ym_uid", places: [], recipient: "metrika" },
    { name: "_ym_*", places: [], recipient: "metrika" },
    { name: "a b", places: [], recipient: null },
  ],
  suppressions: [],
  flows: [],
  practices: [],
  stores: [],
  retention: [],
  operations: [],
};

describe("draftDataMap", () => {
  it("writes what people are to read", () => {
    expect(draftDataMap(inventory, catalog, { language: "en" })).toMatchSnapshot();
  });

  it("asks in Russian", () => {
    const text = draftDataMap(inventory, catalog, { language: "ru", name: "ООО «Северный чат»" });
    expect(text).toContain('controller: { name: "ООО «Северный чат»", country: RU }');
    for (const line of text.split("\n").filter((each) => each.includes("# ") && !each.startsWith("# yaml"))) {
      expect(line.slice(line.indexOf("# "))).toMatch(/[а-яё]/i);
    }
  });

  it.each(["en", "ru"] as const)("loads without complaint and declares every field once (%s)", async (language) => {
    const text = draftDataMap(inventory, catalog, { language });
    const map = await loadText(text, { dataTypes: catalog.dataTypes.keys() });
    expect(map.unresolved).toEqual([]);
    const result = reconcile(inventory, map, { minConfidence: "medium", catalog });
    expect(result.fields.filter(({ entry }) => entry === null).map((row) => row.field.id)).toEqual([]);
    expect(result.ambiguities).toEqual([]);
    expect(result.unmatched).toEqual([]);
    expect(result.disagreements).toEqual([]);
    expect(result.coverage).toMatchObject({
      fields: fields.length - 2,
      declared: fields.length - 2,
      withRetention: fields.length - 2,
    });
    for (const { field: each, category } of result.fields) {
      const expected = each.annotation?.category ?? catalog.dataTypes.get(each.dataType!)!.category;
      expect(`${each.id} ${category}`).toBe(`${each.id} ${expected}`);
      expect(map.categories.get(category!)!.items).toContain(each.dataType);
    }
  });

  it("declares the places of one datum together, and not those of another", async () => {
    const places = [
      field("prisma:User.email", "email", { datum: "user.email" }),
      field("zod:UserDto.email", "email", { datum: "user.email", kind: "input" }),
      field("form:SignUp.email", "email", { datum: "user.email", kind: "input" }),
      field("prisma:User.phone", "phone", { datum: "user.phone" }),
      field("zod:UserDto.phone", "phone", { datum: "user.phone", kind: "input" }),
      field("form:POST /sign-up.email", "email", { datum: "user.email", kind: "input" }),
      field("prisma:User.name", "full_name"),
      field("prisma:Guest.email", "email"),
    ];
    const found = { ...inventory, fields: places };
    const text = draftDataMap(found, catalog, { language: "en" });
    const map = await loadText(text, { dataTypes: catalog.dataTypes.keys() });
    expect(map.fields.map(({ match }) => match)).toEqual([
      ["{SignUp,User,UserDto}.email", "{User,UserDto}.phone", "POST /sign-up.email"],
      ["User.name"],
      ["Guest.email"],
    ]);
    const result = reconcile(found, map, { minConfidence: "medium", catalog });
    expect(result.fields.filter(({ entry }) => entry === null)).toEqual([]);
    expect(result.ambiguities).toEqual([]);
    expect(result.unmatched).toEqual([]);
  });

  it("leaves every purpose, basis and term open, and makes up no exemption or agreement", async () => {
    const map = await loadText(draftDataMap(inventory, catalog, { language: "en" }));
    expect([...map.purposes.keys()]).toEqual(["service", "site", "special_data", "billing"]);
    for (const { title, bases } of map.purposes.values()) {
      expect(title).toMatch(/^\? /);
      expect(bases).toEqual([]);
    }
    for (const { period, start, action } of map.retention.values())
      expect([period, start, action]).toEqual([null, null, null]);
    expect(map.categories.get("health")!.kind).toBe("special");
    expect(map.specialExemptions).toEqual([]);
    for (const { agreement } of map.recipients.values()) expect(agreement).toBeNull();
  });

  it("drafts a map for code that collects nothing", async () => {
    const nothing: Inventory = {
      fields: [],
      dismissed: [],
      recipients: [],
      cookies: [],
      suppressions: [],
      flows: [],
      practices: [],
      stores: [],
      retention: [],
      operations: [],
    };
    const map = await loadText(draftDataMap(nothing, catalog, { language: "en", name: "Northwind", country: "NO" }));
    expect(map.controller).toMatchObject({ name: "Northwind", country: "NO" });
    expect(map.fields).toEqual([]);
  });

  it("does not let a name from the code break out of its line", async () => {
    const nasty = '"]}\nversion: 2 # \u2028 & * ! | > %';
    const evil: Inventory = {
      ...inventory,
      fields: [field("type:X.a", "email", { owner: nasty, field: nasty, id: `type:${nasty}.${nasty}` })],
    };
    const map = await loadText(draftDataMap(evil, catalog, { language: "en", name: nasty }));
    expect(map.controller.name).toBe(nasty);
    expect(map.fields).toHaveLength(1);
  });
});
