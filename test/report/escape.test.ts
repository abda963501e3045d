import { expect, test } from "vitest";
import { escapeTerminal, escapeTerminalLines } from "../../src/report/escape/terminal.js";
import { toSafeJson } from "../../src/report/escape/json.js";

test.for([
  ["phone", "phone"],
  ["имя поля — «ёж»", "имя поля — «ёж»"],
  ["名前 🙂", "名前 🙂"],
  ["\u001b[31mred", "\\u{1b}[31mred"],
  ["\u001b]8;;https://evil.example\u0007link", "\\u{1b}]8;;https://evil.example\\u{7}link"],
  ["a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c"],
  ["\u202egnp.exe", "\\u{202e}gnp.exe"],
  ["\u2066hidden\u2069", "\\u{2066}hidden\\u{2069}"],
  ["zero\u200bwidth\ufeff", "zero\\u{200b}width\\u{feff}"],
  ["\u009b31m", "\\u{9b}31m"],
  ["tag \u{e0041}", "tag \\u{e0041}"],
  ["lone \ud83d surrogate", "lone \\u{d83d} surrogate"],
  ["line\u2028separator", "line\\u{2028}separator"],
])("%j prints as %j", ([text, printed]) => expect(escapeTerminal(text!)).toBe(printed));

test("lines stay lines where a text has several", () => {
  expect(escapeTerminalLines("one\r\ntwo\u001b[0m")).toBe("one\ntwo\\u{1b}[0m");
});

test("json keeps the value and shows no character that deceives", () => {
  const value = { name: "\u202egnp\u2028\u009b", plain: "имя" };
  const json = toSafeJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(json).toContain('"\\u202egnp\\u2028\\u009b"');
  expect(json).toContain("имя");
});
