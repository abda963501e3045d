import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import type { Hints } from "../../src/model/index.js";
import { classifySketch, verdictOf } from "./support.js";

const catalog = await loadCatalog();
const said = (example: string): string => {
  const { dataType, confidence } = verdictOf(example, catalog);
  return dataType === null ? "-" : `${dataType} ${confidence}`;
};

describe("the last word tells what a name means", () => {
  test.each([
    ["User.email", "email high"],
    ["User.emailVerified", "-"],
    ["User.passwordResetAt", "-"],
    ["emailTemplateId", "-"],
    ["hasPhone", "-"],
    ["usersByEmail", "-"],
    ["Order.requestedByFullName", "name high"],
    ["Patient.sexSelect", "gender high"],
    ["Appointment.patientTypeahead", "person_reference high"],
    ["User.newpassword", "password high"],
    ["User.colorPicker", "-"],
    ["signatureImageAsBase64", "signature high"],
    ["User.addressCount", "-"],
    ["programmingLanguage", "-"],
  ])("%s: %s", (example, verdict) => {
    expect(said(example)).toBe(verdict);
  });
});

describe("the record tells whose it is", () => {
  test.each([
    ["Patient.name", "name high"],
    ["Product.name", "-"],
    ["Order.productName", "-"],
    ["Order.customerName", "name high"],
    ["Donation(email).name", "name medium"],
    ["Donation.name", "-"],
    ["PaymentMethod(cardNumber).name", "name medium"],
    ["PaymentMethod(brand).name", "-"],
    ["AuditLog.action", "behaviour medium"],
    ["Session.action", "-"],
    ["DatabaseConfig.password", "-"],
    ["Company.email", "email low"],
    ["AppConfig.user.email", "-"],
    ["Lead.company.name", "-"],
    ["Thing.user.name", "name high"],
    ["Session.city", "geolocation medium"],
    ["Customer.city", "address high"],
    ["Store.city", "-"],
    ["Company.address.city", "-"],
    ["Order(userId).quantity", "income_finance medium"],
    ["Order.quantity", "-"],
    ["Account(currency).amount", "-"],
    ["Account(userId currency).name", "bank_account high"],
    ["Settings.userId", "person_reference high"],
  ])("%s: %s", (example, verdict) => {
    expect(said(example)).toBe(verdict);
  });
});

describe("what is disputed or general is said with less confidence", () => {
  test.each([
    ["User.locale", "language low"],
    ["Session.locale", "language medium"],
    ["User.customData:json", "other medium"],
    ["User.timezone", "-"],
    ["User.createdAt:date", "-"],
    ["User.lastLoginAt:date", "behaviour high"],
  ])("%s: %s", (example, verdict) => {
    expect(said(example)).toBe(verdict);
  });
});

describe("a declared type that cannot hold it speaks against it", () => {
  test.each([
    ["User.email:boolean", "-"],
    ["User.email:date", "-"],
    ["User.onPhone:function", "-"],
    ["Patient.pregnant:boolean", "health high"],
    ["User.birthDate:date", "birth_date high"],
  ])("%s: %s", (example, verdict) => {
    expect(said(example)).toBe(verdict);
  });
});

describe("hints around a field", () => {
  const verdict = (name: string, hints: Hints, owner = "Thing") =>
    classifySketch([{ name: owner, kind: "input", fields: [{ name, hints }] }], catalog).field(`${owner}.${name}`);

  test.each<[string, Hints, string]>([
    ["to", { validators: ["email"] }, "email"],
    ["field1", { autocomplete: "section-a shipping given-name" }, "name"],
    ["field2", { inputType: "tel" }, "phone"],
    ["field3", { label: "Номер паспорта" }, "passport"],
    ["col", { storedAs: "last_name" }, "name"],
    ["value1", { options: ["male", "female", "other"] }, "gender"],
  ])("%s %j: %s", (name, hints, dataType) => {
    const { dataType: found, evidence } = verdict(name, hints);
    expect(found).toBe(dataType);
    expect(evidence.length).toBeGreaterThan(0);
  });

  test("no hint makes a setting personal", () => {
    expect(verdict("defaultEmail", { validators: ["email"] }, "MailConfig").dataType).toBeNull();
  });

  test("what is looked for is not collected", () => {
    expect(verdict("searchbox", { label: "Search by medication" }).dataType).toBeNull();
    expect(verdict("box", { label: "Medication" }).dataType).toBe("health");
  });

  test("a label about another thing does not agree", () => {
    expect(verdict("name", { label: "Product name" }).dataType).toBeNull();
  });
});

describe("cookies, keys of the browser's store and devices", () => {
  const loose = (kind: "cookie" | "web-storage" | "device", name: string, readFrom?: string) => {
    const hints = readFrom === undefined ? {} : { hints: { readFrom } };
    return classifySketch([{ name: "", kind, fields: [{ name, ...hints }] }], catalog).field(`.${name}`).dataType;
  };

  test.each(["connect.sid", "PHPSESSID", "shop-session"])("%s is a session", (name) => {
    expect(loose("cookie", name)).toBe("session_id");
  });
  test.each(["_ga", "_ym_uid", "_fbp"])("%s is an advertising identifier", (name) => {
    expect(loose("cookie", name)).toBe("cookie_id");
  });
  test.each(["theme", "lang_banner", "cookie_consent", "XSRF-TOKEN"])("%s is nothing personal", (name) => {
    expect(loose("cookie", name)).toBeNull();
  });
  test("a header of the network is an address", () => {
    expect(loose("device", "cf-connecting-ip")).toBe("ip_address");
    expect(loose("device", "x-forwarded-for")).toBe("ip_address");
  });
  test("the expression it is read from names it", () => {
    expect(loose("device", "value", "navigator.userAgent")).toBe("user_agent");
  });
});

describe("why not", () => {
  test("a dismissed field keeps its evidence, vetoes included", () => {
    const { dataType, special, evidence } = verdictOf("User.emailVerified", catalog);
    expect([dataType, special]).toEqual([null, null]);
    expect(evidence).toContainEqual({ kind: "veto", detail: "verified", weight: expect.any(Number) as number });
  });
});

test.each(["__proto__", "constructor", "hasOwnProperty", "toString", "", "🙂", "a".repeat(10_000)])(
  "%s as a name is survived",
  (name) => {
    const sketch = classifySketch([{ name: name.slice(0, 20), fields: [{ name }] }], catalog);
    expect(sketch.field(`${name.slice(0, 20)}.${name}`)).toMatchObject({ special: null });
  },
);
