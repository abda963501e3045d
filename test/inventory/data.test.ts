import { describe, expect, test } from "vitest";

import { buildInventory } from "../../src/inventory/index.js";
import { DisjointSets } from "../../src/inventory/data/disjoint-sets.js";
import { factsOf, shippedCatalog } from "../support/readers.js";

type Files = Readonly<Record<string, string>>;

/** Data of several places: their name, and the ids of the fields in the order of places. */
async function dataOf(files: Files): Promise<Record<string, string[]>> {
  const facts = await Promise.all(Object.entries(files).map(([file, text]) => factsOf(file, text)));
  const data: Record<string, string[]> = {};
  for (const { id, datum } of buildInventory(facts, await shippedCatalog).fields) {
    if (datum !== undefined) (data[datum] ??= []).push(id);
  }
  return data;
}

const prisma = `model User {
  id    Int    @id
  email String @map("e_mail")
  name  String
}

model Product {
  id    Int    @id
  name  String
  price Int
}
`;

const dto = `import { IsEmail } from "class-validator";
export class CreateUserDto {
  @IsEmail() email: string;
}
`;

describe("records of one noun", () => {
  test("hold one datum under one name, however the record and the name are written", async () => {
    const data = await dataOf({
      "schema.prisma": prisma,
      "create-user.dto.ts": dto,
      "users.sql": "CREATE TABLE users (id int, e_mail text);",
      "user-form.tsx": "export const UserForm = () => <form><input name='eMail' type='email' /></form>;",
    });
    expect(data["user.email"]).toEqual([
      "dto:CreateUserDto.email",
      "prisma:User.email",
      "form:UserForm.eMail",
      "sql:users.e_mail",
    ]);
  });

  test("a path within another record names the record", async () => {
    const data = await dataOf({
      "schema.prisma": prisma,
      "order.ts":
        'import { z } from "zod";\nexport const OrderSchema = z.object({ user: z.object({ email: z.email() }) });\n',
    });
    expect(data["user.email"]).toEqual(["zod:OrderSchema.user.email", "prisma:User.email"]);
  });

  test.each([
    ["goods and a person", "shop.ts", "export interface Product { name: string; price: number; sku: string }\n"],
    ["another person's record", "guest.ts", "export interface Guest { email: string; phone: string }\n"],
    ["a part of the record", "profile.ts", "export interface UserAddress { email: string; phone: string }\n"],
    ["another datum", "user.ts", "export interface User { emailHint: string; phone: string }\n"],
  ])("%s have nothing in common", async (_, file, text) => {
    const data = await dataOf({ "schema.prisma": prisma, [file]: text });
    expect(data).toEqual({});
  });
});

describe("a file ties what it takes in to the one record it names", () => {
  const schema = 'import { z } from "zod";\nexport const joinSchema = z.object({ email: z.email() });\n';
  const form = (imports: string): string =>
    `${imports}\nexport const Newsletter = () => <form><input name="email" type="email" /></form>;\n`;

  test("a form and the schema it is checked by", async () => {
    const data = await dataOf({ "schema.ts": schema, "form.tsx": form('import { joinSchema } from "./schema";') });
    expect(Object.values(data)).toEqual([["form:Newsletter.email", "zod:joinSchema.email"]]);
  });

  test("not where two may be meant", async () => {
    const other = 'import { z } from "zod";\nexport const leadSchema = z.object({ email: z.email() });\n';
    const imports = 'import { joinSchema } from "./schema";\nimport { leadSchema } from "./lead";';
    expect(await dataOf({ "schema.ts": schema, "lead.ts": other, "form.tsx": form(imports) })).toEqual({});
  });

  test("not where both are stored, each as another", async () => {
    const handler =
      'import { User } from "./user";\napp.post("/orders", (req, res) => { res.json([User, req.body.email]); });\n';
    const user = "export interface User { email: string; phone: string }\n";
    const tables = "CREATE TABLE users (email text);\nCREATE TABLE orders (buyer_phone text, total int);";
    const data = await dataOf({ "user.ts": user, "orders.ts": handler, "tables.sql": tables });
    expect(Object.values(data).flat()).not.toContain("request:POST /orders.email");
  });

  test("a form and the route it is sent to", async () => {
    const page = `export function Subscribe() {
  const send = () => fetch(\`\${BASE}/api/v1/newsletter?from=page\`, { method: "POST" });
  return <form onSubmit={send}><input name="email" type="email" /></form>;
}
`;
    const server = 'app.post("/newsletter", (req, res) => { add(req.body.email); });\n';
    const data = await dataOf({ "page.tsx": page, "server.ts": server });
    expect(Object.values(data)).toEqual([["form:Subscribe.email", "request:POST /newsletter.email"]]);
  });
});

describe("what a field is given is one datum with it", () => {
  const entity = (name: string): string => `CREATE TABLE ${name} (id int, email text, phone text);`;

  test("also under another name", async () => {
    const handler = `app.post("/join", async (req, res) => {
  const mail = req.body.contactEmail;
  await prisma.members.create({ data: { email: mail.trim(), plan: "free" } });
});
`;
    const data = await dataOf({ "members.sql": entity("members"), "join.ts": handler });
    expect(data).toEqual({ "member.email": ["request:POST /join.contactEmail", "sql:members.email"] });
  });

  test("a whole record gives each field its namesake", async () => {
    const service = `import { Signup } from "./signup";
export class Members {
  constructor(private readonly members: Repository<members>) {}
  add(signup: Signup) { return this.members.save({ ...signup, id: 1 }); }
}
`;
    const signup =
      'import { IsEmail, IsPhoneNumber } from "class-validator";\nexport class Signup {\n  @IsEmail() email: string;\n  @IsPhoneNumber() phone: string;\n}\n';
    const data = await dataOf({ "members.sql": entity("members"), "service.ts": service, "signup.ts": signup });
    expect(data).toEqual({
      "member.email": ["sql:members.email", "dto:Signup.email"],
      "member.phone": ["sql:members.phone", "dto:Signup.phone"],
    });
  });

  test("but what one stored record copies from another is another datum", async () => {
    const copy = `import { guests } from "./guests";
async function move(from: guests) { await prisma.members.create({ data: { email: from.email } }); }
`;
    const guests =
      'import { Entity, Column } from "typeorm";\n@Entity()\nexport class guests {\n  @Column() email: string;\n  @Column() phone: string;\n}\n';
    expect(await dataOf({ "members.sql": entity("members"), "copy.ts": copy, "guests.ts": guests })).toEqual({});
  });
});

test("one cookie is one datum wherever it is set and read", async () => {
  const data = await dataOf({
    "set.ts": 'import Cookies from "js-cookie";\nCookies.set("visitor_id", "1");\nCookies.set("session_id", "1");\n',
    "get.ts": 'import Cookies from "js-cookie";\nexport const id = Cookies.get("visitor_id");\n',
  });
  expect(Object.keys(data)).toEqual(["cookie:visitor_id"]);
  expect(data["cookie:visitor_id"]).toHaveLength(2);
});

test("does not depend on the order of files", async () => {
  const files: Files = {
    "schema.prisma": prisma,
    "dto.ts": dto,
    "users.sql": "CREATE TABLE users (e_mail text, name text);",
  };
  expect(await dataOf(Object.fromEntries(Object.entries(files).reverse()))).toEqual(await dataOf(files));
});

test("names that every object has are fields like others", async () => {
  const text =
    'import { z } from "zod";\nexport const userSchema = z.object({ constructor: z.email(), __proto__: z.email() });\n';
  await expect(dataOf({ "a.ts": text, "schema.prisma": prisma })).resolves.toBeDefined();
});

test("time grows with the number of fields, not with its square", async () => {
  const model = (name: string): string =>
    `export interface ${name} {\n${Array.from({ length: 3000 }, (_, i) => `  email${i}: string;`).join("\n")}\n}\n`;
  const files = { "a.ts": model("User"), "b.ts": model("UserDto"), "c.ts": model("UserForm") };
  const facts = await Promise.all(Object.entries(files).map(([file, text]) => factsOf(file, text)));
  const { fields } = buildInventory(facts, await shippedCatalog);
  expect(new Set(fields.map(({ datum }) => datum)).size).toBe(fields.length / 3);
}, 20_000);

describe("sets", () => {
  test("that touch are one", () => {
    const sets = new DisjointSets<string>();
    sets.join("a", "b");
    sets.join("c", "d");
    expect(sets.rootOf("a")).not.toBe(sets.rootOf("c"));
    sets.join("b", "d");
    expect(sets.rootOf("a")).toBe(sets.rootOf("c"));
    expect(sets.rootOf("e")).toBe("e");
  });

  test("of a hundred thousand in a row are asked without a deep stack", () => {
    const sets = new DisjointSets<number>();
    for (let item = 1; item < 100_000; item++) sets.join(item, item - 1);
    expect(sets.rootOf(0)).toBe(sets.rootOf(99_999));
  });
});
