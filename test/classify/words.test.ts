import { expect, test } from "vitest";
import { transliterations } from "../../src/classify/transliterate.js";
import { fold, singular, splitPath, splitWords } from "../../src/classify/words.js";

test.each([
  ["firstName", ["first", "name"]],
  ["IPAddress", ["ip", "address"]],
  ["userIP", ["user", "ip"]],
  ["userIDs", ["user", "ids"]],
  ["e_mail", ["e", "mail"]],
  ["E-Mail", ["e", "mail"]],
  ["DOB", ["dob"]],
  ["first-name", ["first", "name"]],
  ["last4", ["last", "4"]],
  ["датаРождения", ["дата", "рождения"]],
  ["Straße", ["strasse"]],
  ["prénom", ["prenom"]],
  ["adresy\u0301", ["adresy"]],
  ["__proto__", ["proto"]],
  ["", []],
])("%s is cut into words", (name, words) => {
  expect(splitWords(name)).toEqual(words);
});

test.each([
  ["address.city", [["address"], ["city"]]],
  ["user[home_address].city", [["user"], ["home", "address"], ["city"]]],
  ["items[0].email", [["items"], ["email"]]],
  ["2", [["2"]]],
])("%s is a path", (name, path) => {
  expect(splitPath(name)).toEqual(path);
});

test("Cyrillic keeps its letters", () => {
  expect(fold("Йод Ёлка їжак")).toBe("йод елка їжак");
});

test.each([
  ["addresses", "address"],
  ["allergies", "allergy"],
  ["diagnoses", "diagnosis"],
  ["names", "name"],
  ["status", "status"],
  ["address", "address"],
  ["gps", "gps"],
])("%s is %s in the singular", (plural, one) => {
  expect(singular(plural)).toBe(one);
});

test("long Cyrillic words have Latin spellings, short ones none", () => {
  expect(transliterations("фамилия")).toEqual(["familiya", "familiia", "familija"]);
  expect(transliterations("дом")).toEqual([]);
  expect(transliterations("surname")).toEqual([]);
});
