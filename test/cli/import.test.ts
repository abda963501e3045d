import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { opis, fixtures } from "./support.js";

let folder = "";
const MANIFEST = `organization:
  - fides_key: default_organization
    name: Default
    controller: { name: Ferry Line Ltd, address: Pier 4 }
dataset:
  - fides_key: ferry_db
    name: Bookings
    retention: 3 years
    collections:
      - name: passengers
        fields:
          - name: id
            data_categories: [user.unique_id]
          - name: first_name
            data_categories: [user.name.first]
          - name: diet_note
            data_categories: [user.health_and_medical]
          - name: created_at
            data_categories: [system.operations]
          - name: home
            fields:
              - name: post_code
                data_categories: [user.contact.address.postal_code]
          - name: "odd {name}"
            data_categories: [user.contact.email]
system:
  - fides_key: booking_site
    name: Booking site
    system_type: Application
    ingress: [{ fides_key: harbour, type: system }]
    privacy_declarations:
      - name: Carry passengers
        data_categories: [user.name, user.contact]
        data_use: essential.service
        data_subjects: [passenger]
        dataset_references: [ferry_db]
        legal_basis_for_processing: Contract
        retention_period: "90"
      - name: Tell of offers
        data_categories: [user.contact.email]
        data_use: marketing.communications.email
        data_subjects: [passenger]
  - fides_key: mailer
    data_responsibility_title: Processor
    name: "Mail: sender"
policy:
  - fides_key: no_ads
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-import-"));
  await writeFile(join(folder, "fides.yml"), MANIFEST);
  await writeFile(
    join(folder, "passenger.ts"),
    "export interface Passenger { id: string; firstName: string; dietNote: string; home: { postCode: string } }\n",
  );
});
afterEach(() => rm(folder, { recursive: true }));

test("datasets, declarations and processors become a map that loads and finds the fields in the code", async () => {
  const { stdout, code } = await opis(["import", "fides", "fides.yml"], { cwd: folder });
  expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
  const map = parse(await readFile(join(folder, "opis.yaml"), "utf8")) as Record<string, unknown>;
  expect(map).toMatchObject({
    controller: { name: "Ferry Line Ltd", country: "ZZ" },
    subjects: { passenger: { kind: "other" } },
    categories: { identity: { items: ["name"] }, contact: { items: ["address"] }, health: { kind: "special" } },
    purposes: {
      carry_passengers: { bases: [{ type: "contract" }], retention: "carry_passengers", subjects: ["passenger"] },
      tell_of_offers: { marketing: true, bases: [] },
    },
    retention: { carry_passengers: { period: "P90D" } },
    stores: { ferry_db: { title: "Bookings", matches: ["{passengers,Passengers,Passenger}.*"] } },
    recipients: { mailer: { name: "Mail: sender", role: "processor" } },
    fields: expect.arrayContaining([
      {
        match: "{passengers,Passengers,Passenger}.{first_name,firstName}",
        category: "identity",
        purposes: ["carry_passengers"],
      },
    ]) as unknown,
  });
  const audit = await opis(["-f", "json"], { cwd: folder });
  const { coverage } = JSON.parse(audit.stdout) as { coverage: { fields: number; declared: number } };
  expect(coverage.declared).toBeGreaterThanOrEqual(2);
});

test("what cannot be carried over is listed", async () => {
  const { stderr } = await opis(["import", "fides", "fides.yml", "-o", "-"], { cwd: folder });
  for (const line of [
    "organization default_organization, controller: address",
    "dataset ferry_db: retention",
    "passengers.odd {name}",
    "system booking_site: ingress",
    "system booking_site, Tell of offers: data_categories user.contact.email",
    "policy",
  ])
    expect(stderr).toContain(`  ${line}\n`);
});

test("writes over nothing unless told to, and says where a manifest is no YAML", async () => {
  await writeFile(join(folder, "opis.yaml"), "mine\n");
  expect((await opis(["import", "fides", "fides.yml"], { cwd: folder })).code).toBe(2);
  expect((await opis(["import", "fides", "fides.yml", "--force"], { cwd: folder })).code).toBe(0);
  await writeFile(join(folder, "bad.yml"), "a: [\n");
  const bad = await opis(["import", "fides", "bad.yml", "-o", "-"], { cwd: folder });
  expect({ code: bad.code, stdout: bad.stdout }).toEqual({ code: 2, stdout: "" });
  expect(bad.stderr).toContain("bad.yml");
  expect((await opis(["import", "fides", "none.yml"], { cwd: folder })).code).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(["bad.yml", "fides.yml", "opis.yaml", "passenger.ts"]);
});

test("names of a manifest do no harm", async () => {
  const evil = `dataset:\n  - fides_key: __proto__\n    collections:\n      - name: constructor\n        fields: [{ name: __proto__, data_categories: [user.contact.email] }]\nsystem:\n  - fides_key: a\n    privacy_declarations: [{ name: "x\\n# y: \\u001b[31m", data_use: "u\\nfields: []", data_subjects: [constructor] }]\n`;
  await writeFile(join(folder, "evil.yml"), evil);
  const { code } = await opis(["import", "fides", "evil.yml"], { cwd: folder });
  expect(code).toBe(0);
  const text = await readFile(join(folder, "opis.yaml"), "utf8");
  expect(text).not.toContain("\u001b");
  expect(parse(text)).toMatchObject({ subjects: { constructor: { kind: "other" } } });
});

test("the inventory is a Fides dataset, and comes back", async () => {
  const { stdout } = await opis(["inventory", "-f", "fides", join(fixtures, "findings")], { cwd: folder });
  const { dataset } = parse(stdout) as {
    dataset: { collections: { name: string; fields: { name: string; data_categories?: string[] }[] }[] }[];
  };
  const fields = dataset[0]!.collections.flatMap(({ fields }) => fields);
  expect(fields).not.toHaveLength(0);
  expect(fields.flatMap(({ data_categories }) => data_categories ?? []).every((key) => /^user[.\w]*$/.test(key))).toBe(
    true,
  );
  await writeFile(join(folder, "back.yml"), stdout);
  const back = await opis(["import", "fides", "back.yml", "-o", "-"], { cwd: folder });
  expect(back.stderr).not.toContain("dataset");
  expect((parse(back.stdout) as { fields: unknown[] }).fields).not.toHaveLength(0);
});
