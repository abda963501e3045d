import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import type { OwnerRole } from "../../src/model/index.js";
import { classifySketch, type OwnerSketch } from "./support.js";

const catalog = await loadCatalog();

function roleOf(sketch: OwnerSketch): OwnerRole {
  return classifySketch([sketch], catalog).owner(sketch.name).role;
}

test.each<[string, OwnerRole]>([
  ["User", "person"],
  ["CreateUserDto", "person"],
  ["UserProfileEntity", "person"],
  ["SignUpForm", "person"],
  ["POST /api/patients", "person"],
  ["GET /users/:id/settings", "tied"],
  ["пациенты", "person"],
  ["Kunde", "person"],
  ["members_click_events", "tied"],
  ["ProductReview", "tied"],
  ["UserSettings", "tied"],
  ["Session", "tied"],
  ["UserRole", "technical"],
  ["CustomerGroup", "technical"],
  ["EmailTemplate", "technical"],
  ["ErrorWithParent", "technical"],
  ["PatientIdentifierType", "technical"],
  ["FilterParams", "technical"],
  ["DatabaseConfig", "setting"],
  ["EnvironmentVariables", "setting"],
  ["Product", "goods"],
  ["StoreAddress", "organisation"],
  ["Company", "organisation"],
  ["AuditLog", "log"],
  ["Thing", "unknown"],
  ["POST", "unknown"],
])("%s is %s by its name", (name, role) => {
  expect(roleOf({ name, fields: ["value"] })).toBe(role);
});

test.each<[string, readonly string[], OwnerRole]>([
  ["names of a person", ["firstName", "lastName", "phone"], "person"],
  ["a birth date and a contact", ["birthDate", "email"], "person"],
  ["a price and an article number", ["price", "sku", "title"], "goods"],
  ["company numbers", ["inn", "kpp", "email"], "organisation"],
  ["traits of a browser", ["browser", "os", "country", "city"], "tied"],
  ["a key of a person", ["userId", "value"], "tied"],
  ["a key of its keeper", ["ownerId", "value"], "unknown"],
  ["the name of its maker", ["createdBy", "value"], "unknown"],
])("%s tell a record without a telling name", (_, fields, role) => {
  expect(roleOf({ name: "Thing", fields })).toBe(role);
});

test("a file of settings makes its records settings", () => {
  expect(roleOf({ name: "registrationSchema", file: "src/config-schema.ts", fields: ["name", "gender"] })).toBe(
    "setting",
  );
  expect(roleOf({ name: "User", file: "src/config-schema.ts", fields: ["name"] })).toBe("person");
});

test("a folder tells what a nameless record is about", () => {
  expect(roleOf({ name: "schema", file: "src/app/api/users/route.ts", kind: "input", fields: ["name"] })).toBe(
    "person",
  );
  expect(roleOf({ name: "schema", file: "src/server/index.ts", kind: "input", fields: ["name"] })).toBe("unknown");
});

test("a base passes its role on", () => {
  const sketch = classifySketch(
    [
      { name: "Person", fields: ["firstName"] },
      { name: "Rider2", bases: ["Person"], fields: ["rank"] },
    ],
    catalog,
  );
  expect(sketch.owner("Rider2").role).toBe("person");
});

test("the entity tells what the form of the same noun is about", () => {
  const sketch = classifySketch(
    [
      { name: "Zorb", fields: ["firstName", "lastName", "email"] },
      { name: "CreateZorbDto", kind: "input", fields: ["name"] },
    ],
    catalog,
  );
  expect(sketch.owner("CreateZorbDto").role).toBe("person");
  expect(sketch.field("CreateZorbDto.name").dataType).toBe("name");
});

test("a tie to a visitor is passed on along two relations, and no further", () => {
  const link = (name: string, target: string): OwnerSketch => ({
    name,
    fields: [{ name: "parentRow", type: "relation", target }, "value"],
  });
  const sketch = classifySketch(
    [{ name: "Zero", fields: ["sessionId"] }, link("One", "Zero"), link("Two", "One"), link("Three", "Two")],
    catalog,
  );
  expect(["Zero", "One", "Two", "Three"].map((name) => sketch.owner(name).role)).toEqual([
    "tied",
    "tied",
    "tied",
    "unknown",
  ]);
});

test.each<[string, string, OwnerRole]>([
  ["editAdmin", "server/links.handler.js", "goods"],
  ["addDomainAdmin", "server/validators.js", "goods"],
  ["createAdmin", "server/admins.js", "person"],
  ["createAdmin", "server/setup.js", "person"],
  ["payload", "src/createTaxRate/schema.json", "goods"],
  ["payload", "src/rates/schema.json", "unknown"],
])("%s in %s is %s", (name, file, role) => {
  expect(roleOf({ name, kind: "input", file, fields: ["value"] })).toBe(role);
});
