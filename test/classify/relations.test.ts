import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import { classifySketch } from "./support.js";

const catalog = await loadCatalog();

describe("references to persons", () => {
  const sketch = classifySketch(
    [
      {
        name: "Rower",
        fields: [
          "id",
          "firstName",
          "lastName",
          "email",
          { name: "posts", type: "relation", list: true, target: "Post" },
        ],
      },
      {
        name: "Post",
        fields: [
          "id",
          "rowerId",
          "categoryId",
          "createdBy",
          "orderBy",
          "isOwner:boolean",
          { name: "writer2", type: "relation", target: "Rower" },
          { name: "by_id", references: "Rower" },
          { name: "category", type: "relation", target: "Category" },
        ],
      },
      { name: "Category", fields: ["id", "name"] },
    ],
    catalog,
  );

  test.each(["Rower.id", "Post.rowerId", "Post.createdBy", "Post.writer2", "Post.by_id"])("%s is one", (id) => {
    expect(sketch.field(id).dataType).toBe("person_reference");
  });
  test.each([
    "Rower.posts",
    "Post.id",
    "Post.categoryId",
    "Post.orderBy",
    "Post.isOwner",
    "Post.category",
    "Category.id",
  ])("%s is none", (id) => {
    expect(sketch.field(id).dataType).toBeNull();
  });
});

test("a key is no datum where the code base has the record it numbers", () => {
  const sketch = classifySketch(
    [
      { name: "Customer", fields: ["email", "emailId"] },
      { name: "Email", fields: ["id", "subject"] },
    ],
    catalog,
  );
  expect(sketch.field("Customer.email").dataType).toBe("email");
  expect(sketch.field("Customer.emailId").dataType).toBeNull();
});

test("the other side of a relation is no column", () => {
  const sketch = classifySketch(
    [
      { name: "Customer", fields: [{ name: "addresses", type: "relation", list: true, target: "Address" }] },
      { name: "Address", fields: ["street", "city"] },
    ],
    catalog,
  );
  expect(sketch.field("Customer.addresses").dataType).toBeNull();
  expect(sketch.field("Address.city").dataType).toBe("address");
});

test("a field that holds a record with special data is special", () => {
  const sketch = classifySketch(
    [
      {
        name: "PatientRegistration",
        kind: "type",
        fields: [{ name: "formValues", type: "relation", target: "FormValues" }, "userId"],
      },
      { name: "FormValues", kind: "type", file: "src/patient-form.ts", fields: ["firstName", "lastName", "bloodType"] },
    ],
    catalog,
  );
  expect(sketch.field("FormValues.bloodType").special).toBe("health");
  expect(sketch.field("FormValues.firstName").special).toBeNull();
  expect(sketch.field("PatientRegistration.formValues")).toMatchObject({ dataType: "other", special: "health" });
});

test("verdicts depend neither on the order of records nor on an earlier run", () => {
  const records = [
    { name: "Event", fields: ["visitId", "sessionId", "url"] },
    { name: "EventNote", fields: ["eventId", "comment"] },
    { name: "Zorb", fields: ["firstName", "lastName", "phone"] },
    { name: "ZorbForm", kind: "input" as const, fields: ["name"] },
  ];
  const verdicts = (order: typeof records) => {
    const sketch = classifySketch(order, catalog);
    return records.flatMap(({ name, fields }) => fields.map((field) => sketch.field(`${name}.${field}`)));
  };
  expect(verdicts([...records].reverse())).toEqual(verdicts(records));
});

test("relations in a circle end", () => {
  const sketch = classifySketch(
    [
      { name: "A", fields: [{ name: "b", type: "relation", target: "B" }, "comment"] },
      { name: "B", fields: [{ name: "a", type: "relation", target: "A" }] },
    ],
    catalog,
  );
  expect(sketch.owner("A").role).toBe("unknown");
});

describe("what is kept on the device as a whole record", () => {
  const sketch = classifySketch(
    [
      { name: "Patient", fields: ["id", "firstName", "lastName", "email", { name: "diagnosis" }] },
      { name: "Theme", fields: ["color", "font"] },
      { name: "", kind: "web-storage", fields: [{ name: "current", target: "Patient" }] },
      { name: "look", kind: "web-storage", fields: [{ name: "look", target: "Theme" }] },
    ],
    catalog,
  );

  test("is the person's data, not a mere key, and as special as the record", () => {
    expect(sketch.field(".current")).toMatchObject({ dataType: "other", special: "health" });
  });
  test("is nothing where the record is no person's", () => {
    expect(sketch.field("look.look").dataType).toBeNull();
  });
});

test("a screen that asks for data is what it asks, a page that is kept a page", () => {
  const sketch = classifySketch(
    [
      { name: "RegisterPage", kind: "input", fields: ["name", "email"] },
      { name: "LandingPage", fields: ["name", "title"] },
      { name: "Page", kind: "input", fields: ["name", "title"] },
    ],
    catalog,
  );
  expect(sketch.field("RegisterPage.name").dataType).toBe("name");
  expect(sketch.field("LandingPage.name").dataType).toBeNull();
  expect(sketch.field("Page.name").dataType).toBeNull();
});

test("a list's name calls its items in full", () => {
  const sketch = classifySketch(
    [
      { name: "Encounter", fields: ["careProviders.provider:string"] },
      { name: "Login", fields: ["authProviders.provider:string"] },
    ],
    catalog,
  );
  expect(sketch.field("Encounter.careProviders.provider").dataType).toBe("person_reference");
  expect(sketch.field("Login.authProviders.provider").dataType).toBeNull();
});

test("the key that a handler takes is the person's its file is about", () => {
  const verdict = (file: string): string | null =>
    classifySketch([{ name: "update", kind: "input", file, fields: ["id"] }], catalog).field("update.id").dataType;
  expect(verdict("server/controllers/user.js")).toBe("person_reference");
  expect(verdict("server/controllers/order.js")).toBeNull();
});

test("who banned, denied or hid is a person; what is required or supported by something is not", () => {
  const { field } = classifySketch([{ name: "Host", fields: ["banned_by_id", "requiredBy", "supportedBy"] }], catalog);
  expect(field("Host.banned_by_id").dataType).toBe("person_reference");
  expect(field("Host.requiredBy").dataType).toBeNull();
  expect(field("Host.supportedBy").dataType).toBeNull();
});

test("what holds more of its own kind adds no datum", () => {
  const { field } = classifySketch(
    [
      {
        name: "Comment",
        kind: "type",
        fields: ["email", { name: "replies", type: "relation", list: true, target: "Comment" }],
      },
      {
        name: "UserCollection",
        kind: "type",
        fields: [{ name: "items", type: "relation", list: true, target: "User" }],
      },
      { name: "User", kind: "type", fields: ["email", "firstName"] },
    ],
    catalog,
  );
  expect(field("Comment.replies").dataType).toBeNull();
  expect(field("UserCollection.items").dataType).not.toBe("behaviour");
});

test("what is noted of a patient is health, whoever names the patient", () => {
  const { field } = classifySketch(
    [
      {
        name: "Patient",
        kind: "type",
        fields: ["bloodType", { name: "visits", type: "relation", list: true, target: "Visit" }],
      },
      { name: "Visit", kind: "type", fields: ["startDateTime", "reason"] },
      { name: "VisitForm", kind: "input", fields: ["reason", "type"] },
      { name: "Stay", kind: "type", fields: ["reason"] },
    ],
    catalog,
  );
  expect(field("Visit.reason").special).toBe("health");
  expect(field("VisitForm.reason").special).toBe("health");
  expect(field("VisitForm.type").special).toBe("health");
  expect(field("Stay.reason").special).toBeNull();
  const shop = classifySketch(
    [{ name: "VisitForm", kind: "input", fields: ["customerId", "reason", "type"] }],
    catalog,
  );
  expect(shop.field("VisitForm.reason").special).toBeNull();
});
