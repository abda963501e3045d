import { expect, test } from "vitest";
import type { Place } from "../../src/model/index.js";
import { codeLine } from "../../src/report/code-frame.js";

function frame(text: string, place: Partial<Place>, width = 60): string | null {
  const line = codeLine(text, { file: "a.ts", line: 1, column: 1, ...place }, width);
  return line && `${line.before}${line.marked}${line.after}\n${" ".repeat(line.indent)}${"~".repeat(line.width)}`;
}

test("marks a span", () => {
  expect(frame("  email: string;", { column: 3, endLine: 1, endColumn: 8 })).toBe("email: string;\n~~~~~");
});

test("marks the word at a place without an end", () => {
  expect(frame("a\nlet dateOfBirth = 1;\n", { line: 2, column: 5 })).toBe("let dateOfBirth = 1;\n    ~~~~~~~~~~~");
});

test("marks to the end of the line what goes on below", () => {
  expect(frame("x = {\n  y\n}", { column: 5, endLine: 3, endColumn: 2 })).toBe("x = {\n    ~");
});

test("counts wide characters and tabs as the terminal shows them", () => {
  expect(frame("\tконст 名前 = phone;", { column: 13 })).toBe("конст 名前 = phone;\n             ~~~~~");
});

test("cuts a minified line around the place", () => {
  const text = `${"x".repeat(5000)};phone;${"y".repeat(5000)}`;
  const [code, marks] = frame(text, { column: 5002, endLine: 1, endColumn: 5007 }, 40)!.split("\n");
  expect(code).toBe(`…${"x".repeat(11)};phone;${"y".repeat(20)}…`);
  expect(code!.slice(marks!.indexOf("~"), marks!.length)).toBe("phone");
});

test("shows what hides in a line", () => {
  expect(frame("/*\u202e*/ a\u001b[2J;", { column: 7 })).toBe(
    `/*\\u{202e}*/ a\\u{1b}[2J;\n${" ".repeat(14)}~`.replace(/ ~$/, "~"),
  );
});

test.for([
  [{ line: 9 }, "a line that is not there"],
  [{ line: 2 }, "an empty line"],
  [{ line: 1, column: 40 }, "a column that is not there"],
] as const)("has nothing to show for %j", ([place]) => {
  expect(frame("let a;\n\nlet b;", place)).toBeNull();
});

test("reads lines that end in carriage returns", () => {
  expect(frame("a\r\nphone\r\n", { line: 2 })).toBe("phone\n~~~~~");
});
