import { describe, expect, it, test } from "vitest";
import {
  compareSpecificity,
  matchSelector,
  matches,
  parseSelector,
  SelectorIndex,
  type Selectable,
} from "../../src/reconcile/index.js";

/** `path#source:Owner|field` → what an inventory field shows to a selector. */
function field(text: string): Selectable {
  const [, file = "src/app.ts", source = "", owner = "", name = ""] = /^(?:([^#]*)#)?([\w-]+):(.*)\|(.*)$/.exec(text)!;
  return { id: `${source}:${owner === "" ? "" : `${owner}.`}${name}`, source, owner, field: name, place: { file } };
}

describe("a selector matches", () => {
  it.each([
    ["User.email", "prisma:User|email"],
    ["prisma:User.email", "prisma:User|email"],
    ["*.email", "prisma:User|email"],
    ["*.email", "request:POST /leads|email"],
    ["*.email", "zod:signUp|contact.email"],
    ["prisma:User.*", "prisma:User|email"],
    ["prisma:User.*", "prisma:User|address.city"],
    ["prisma:User", "prisma:User|email"],
    ["email", "prisma:User|email"],
    ["prisma:**", "prisma:User|email"],
    ["*Phone", "prisma:User|homePhone"],
    ["User.{email,phone}", "prisma:User|phone"],
    ["User.address", "prisma:User|address.city"],
    ["User.address.*", "prisma:User|address.city.zip"],
    ["User.*.city", "prisma:User|address.city"],
    ["User.**.zip", "prisma:User|address.city.zip"],
    ["{prisma,type}:User.email", "type:User|email"],
    ["packages/crm/**#*.phone", "packages/crm/src/lead.ts#type:Lead|phone"],
    ["packages/crm/lead.ts#type:Lead.phone", "packages/crm/lead.ts#type:Lead|phone"],
    ["app/[id]/page.tsx#form:Edit.phone", "app/[id]/page.tsx#form:Edit|phone"],
    ["**#type:Lead.phone", "packages/crm/lead.ts#type:Lead|phone"],
    ["cookie:_ym_*", "cookie:|_ym_uid"],
    ["cookie:a#b", "cookie:|a#b"],
    ["cookie:session.id", "cookie:|session.id"],
    ["request:POST /v1.0/leads.phone", "request:POST /v1.0/leads|phone"],
    ["request:PUT /users/{id}.phone", "request:PUT /users/{id}|phone"],
    ["request:PUT /users/[id].phone", "request:PUT /users/[id]|phone"],
    ["POST /users/:id.phone", "request:POST /users/:id|phone"],
    ["request:* /leads.phone", "request:POST /leads|phone"],
    ["type:__proto__.constructor", "type:__proto__|constructor"],
  ])("%s ← %s", (selector, text) => {
    expect(matches(parseSelector(selector), field(text))).toBe(true);
  });

  it("the id it was copied from, a twin's number included", () => {
    const twin = { ...field("sql:users|email"), id: "sql:users.email[2]" };
    expect(matches(parseSelector("sql:users.email[2]"), twin)).toBe(true);
    expect(matches(parseSelector("sql:users.email[2]"), field("sql:users|email"))).toBe(false);
  });
});

describe("a selector does not match", () => {
  it.each([
    ["User.email", "prisma:Users|email"],
    ["User.email", "prisma:User|emailVerified"],
    ["User.email", "prisma:AdminUser|email"],
    ["prisma:User.email", "typeorm:User|email"],
    ["User.address.city", "prisma:User|address"],
    ["User.address.city", "prisma:User|address.cityCode"],
    ["User.address", "prisma:User|addressLine"],
    ["User.*.city", "prisma:User|address.home.city"],
    ["packages/crm/**#*.phone", "packages/shop/lead.ts#type:Lead|phone"],
    ["packages/crm/lead.ts#Lead.phone", "packages/crm/lead.tsx#type:Lead|phone"],
    ["cookie:_ym_*", "cookie:|ym_uid"],
    ["cookie:_ym_*", "web-storage:|_ym_uid"],
    ["User?", "prisma:User|email"],
    ["toString", "prisma:User|email"],
  ])("%s ↚ %s", (selector, text) => {
    expect(matches(parseSelector(selector), field(text))).toBe(false);
  });
});

describe("the more specific selector", () => {
  it.each([
    ["User.email", "*.email", "prisma:User|email"],
    ["User.email", "User.*", "prisma:User|email"],
    ["*.email", "User.*", "prisma:User|email"],
    ["prisma:User.email", "User.email", "prisma:User|email"],
    ["src/**#User.email", "prisma:User.email", "prisma:User|email"],
    ["src/app.ts#User.email", "src/**#User.email", "prisma:User|email"],
    ["User.*Phone", "User.*", "prisma:User|homePhone"],
    ["User.home*", "User.h*", "prisma:User|homePhone"],
    ["User.address.city", "User.address", "prisma:User|address.city"],
    ["User.address.*", "User.address", "prisma:User|address.city"],
    ["User.address", "User.*", "prisma:User|address.city"],
    ["cookie:_ym_uid", "cookie:_ym_*", "cookie:|_ym_uid"],
    ["cookie:_ym_*", "cookie:_*", "cookie:|_ym_uid"],
    ["User.email", "email", "prisma:User|email"],
    ["*.email", "prisma:User", "prisma:User|email"],
  ])("%s beats %s", (more, less, text) => {
    const a = matchSelector(parseSelector(more), field(text))!;
    const b = matchSelector(parseSelector(less), field(text))!;
    expect(compareSpecificity(a, b)).toBeGreaterThan(0);
  });

  it("is neither when both say as much", () => {
    const email = field("prisma:User|email");
    const [a, b] = ["User.email", "User.{email,phone}"].map((text) => matchSelector(parseSelector(text), email)!);
    expect(compareSpecificity(a!, b!)).toBe(0);
  });
});

it("takes time that grows with pattern times name, whatever the pattern", () => {
  const hostile = parseSelector(`prisma:${"*a".repeat(500)}b.x`);
  const start = performance.now();
  expect(matches(hostile, field(`prisma:${"a".repeat(1000)}|x`))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("the index finds exactly what trying every selector finds", () => {
  const parts = {
    path: ["", "src/**#", "src/app.ts#", "lib/**#"],
    source: ["", "prisma:", "p*:", "cookie:"],
    name: [
      "User.email",
      "*.email",
      "User.*",
      "User",
      "email",
      "*",
      "U*.e*",
      "User.address",
      "User.address.*",
      "*.city",
      "a.b",
      "a.*",
      "User.{email,address.city}",
    ],
  };
  const selectors = parts.path.flatMap((path) =>
    parts.source.flatMap((source) => parts.name.map((name) => `${path}${source}${name}`)),
  );
  const index = new SelectorIndex(selectors, (text) => [text]);
  const fields = [
    "prisma:User|email",
    "prisma:User|address.city",
    "src/b.ts#type:User|address",
    "lib/c.ts#prisma:email|User",
    "cookie:|a.b",
    "cookie:|email",
    "type:POST /a.b|email",
  ].map(field);
  for (const one of fields) {
    const tried = selectors.filter((text) => matches(parseSelector(text), one));
    expect(
      index
        .claims(one)
        .map(({ entry }) => entry)
        .sort(),
    ).toEqual(tried.sort());
    expect(tried.length).toBeGreaterThan(0);
  }
});
