import { describe, expect, test } from "vitest";

import { buildInventory } from "../../src/inventory/index.js";
import { factsOf, shippedCatalog } from "../support/readers.js";

/** Ids of all fields of an inventory, personal or not, with the line each stands on. */
async function idsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const facts = await Promise.all(Object.entries(files).map(([file, text]) => factsOf(file, text)));
  const { fields, dismissed } = buildInventory(facts, await shippedCatalog);
  return [...fields, ...dismissed].map(({ id, place }) => `${place.file}:${place.line} ${id}`).sort();
}

const account = "export interface Account {\n  email: string;\n}\n";

describe("ids", () => {
  test("are the source, the owner and the field", async () => {
    expect(await idsOf({ "a.ts": account })).toEqual(["a.ts:2 type:Account.email"]);
  });

  test("name the path where two files declare an owner of one name", async () => {
    expect(await idsOf({ "a.ts": account, "b/c.ts": account })).toEqual([
      "a.ts:2 a.ts#type:Account.email",
      "b/c.ts:2 b/c.ts#type:Account.email",
    ]);
  });

  test("do not depend on the order in which files are read", async () => {
    const files = { "b.ts": account, "a.ts": account };
    expect(await idsOf(files)).toEqual(await idsOf(Object.fromEntries(Object.entries(files).reverse())));
  });
});

describe("bases", () => {
  test("a field is reported where it is declared, not again under every heir", async () => {
    const heir = 'import { Account } from "./a";\nexport interface Member extends Account {\n  phone: string;\n}\n';
    expect(await idsOf({ "a.ts": account, "b.ts": heir })).toEqual([
      "a.ts:2 type:Account.email",
      "b.ts:3 type:Member.phone",
    ]);
  });

  test("what only an abstract base declares is reported under those that hold it", async () => {
    const base = 'import { Column } from "typeorm";\nexport abstract class Person {\n  @Column() email: string;\n}\n';
    const heir =
      'import { Column, Entity } from "typeorm";\nimport { Person } from "./base";\n@Entity()\nexport class Customer extends Person {\n  @Column() phone: string;\n}\n';
    expect(await idsOf({ "base.ts": base, "customer.ts": heir })).toEqual([
      "base.ts:3 typeorm:Customer.email",
      "customer.ts:5 typeorm:Customer.phone",
    ]);
  });

  test("circles end", async () => {
    const a = 'import { B } from "./b";\nexport interface A extends B { email: string }\n';
    const b = 'import { A } from "./a";\nexport interface B extends A { phone: string }\n';
    expect(await idsOf({ "a.ts": a, "b.ts": b })).toEqual(["a.ts:2 type:A.email", "b.ts:2 type:B.phone"]);
  });
});

describe("migrations", () => {
  const created = "CREATE TABLE users (id int, email text, fax text);";
  test("a column dropped later is not collected", async () => {
    expect(
      await idsOf({ "db/migrations/1.sql": created, "db/migrations/2.sql": "ALTER TABLE users DROP COLUMN fax;" }),
    ).toEqual(["db/migrations/1.sql:1 sql:users.email", "db/migrations/1.sql:1 sql:users.id"]);
  });

  test("a column dropped and added again is", async () => {
    const again = "ALTER TABLE users DROP COLUMN fax;\nALTER TABLE users ADD COLUMN fax text;";
    expect(await idsOf({ "db/migrations/1.sql": created, "db/migrations/2.sql": again })).toContain(
      "db/migrations/2.sql:2 db/migrations/2.sql#sql:users.fax",
    );
  });
});
