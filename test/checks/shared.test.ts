import { describe, expect, test } from "vitest";
import { ruleText } from "../../src/catalog/index.js";
import { isAnswered } from "../../src/checks/shared/answers.js";
import { dateAfter } from "../../src/checks/shared/dates.js";
import { findPhrase, wordsOf } from "../../src/checks/shared/phrases.js";
import type { Catalog, Rule } from "../../src/model/index.js";

describe("a date after a period", () => {
  test.for([
    ["2024-02-29", "P1Y", "2025-02-28"],
    ["2025-01-31", "P1M", "2025-02-28"],
    ["2025-12-31", "P2M", "2026-02-28"],
    ["2025-01-15", "P1Y", "2026-01-15"],
    ["2025-12-25", "P1W", "2026-01-01"],
    ["2025-01-01", "P1Y2M10D", "2026-03-11"],
    ["2025-01-01", "session", null],
    ["2025-01-01", "10bd", null],
    ["2025-01-01", "PT24H", null],
  ] as const)("%s + %s", ([date, period, due]) => {
    expect(dateAfter(date, period)).toBe(due);
  });
});

test("words of identifiers in any case and script", () => {
  expect(wordsOf("parentConsent")).toEqual(["parent", "consent"]);
  expect(wordsOf("HTTPServerError_2x")).toEqual(["http", "server", "error", "2x"]);
  expect(wordsOf("СогласиеРодителей")).toEqual(["согласие", "родителей"]);
  expect(findPhrase("userParentConsents", ["child", "parent consent"])).toBe("parent consent");
  expect(findPhrase("transparentConsent", ["parent consent"])).toBeNull();
  expect(findPhrase("consentOfParent", ["parent consent"])).toBeNull();
});

test("a question mark is no answer", () => {
  expect(["?", " ? which law", "", "  ", null].map(isAnswered)).toEqual([false, false, false, false, false]);
  expect(isAnswered("Terms 2.1")).toBe(true);
});

describe("text of a rule", () => {
  const catalog = {
    dataTypes: new Map([
      ["phone", { title: { en: "Phone number", ru: "Номер телефона" } }],
      ["snils", { title: { en: "SNILS", ru: "СНИЛС" } }],
    ]),
    recipients: new Map([["telegram", { title: { en: "Telegram", ru: "Телеграм" } }]]),
    law: new Map(),
  } as unknown as Catalog;
  const rule = {
    message: { en: "{what}: {dataType} to {recipient}, {missing}", ru: "{what}" },
    values: {
      what: { named: { en: "{name} goes", ru: "{name} уходит" } },
      missing: { a: { en: "no A", ru: "нет А" }, b: { en: "no B", ru: "нет Б" } },
    },
  } as unknown as Rule;
  const data = {
    what: "named",
    name: "User.phone",
    dataType: "phone",
    recipient: "telegram",
    missing: ["a", "b", "c"],
  };

  test("titles of the catalogue, words of values, lists", () => {
    expect(ruleText(catalog, rule, "message", "en", data)).toBe(
      "User.phone goes: phone number to Telegram, no A, no B, c",
    );
    expect(ruleText(catalog, rule, "message", "ru", data)).toBe("User.phone уходит");
    expect(ruleText(catalog, rule, "message", "en", { ...data, dataType: "snils" })).toContain(": SNILS to");
  });

  test("what comes from scanned code is never filled again", () => {
    const hostile = { ...data, name: "{dataType}", missing: ["{name}", "__proto__", "constructor"] };
    expect(ruleText(catalog, rule, "message", "en", hostile)).toBe(
      "{dataType} goes: phone number to Telegram, {name}, __proto__, constructor",
    );
  });

  test("without a finding placeholders show their names", () => {
    expect(ruleText(catalog, rule, "message", "en")).toBe("<what>: <dataType> to <recipient>, <missing>");
  });
});
