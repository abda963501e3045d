import { expect, test } from "vitest";
import { coloursFor, widthOf } from "../../src/cli/colours.js";

const terminal = { write: () => true, isTTY: true, columns: 90 } as const;
const pipe = { write: () => true, isTTY: false };
const isColoured = (stream: typeof terminal | typeof pipe, env: Record<string, string>, flag = true) =>
  coloursFor(stream, env, flag).red("x") !== "x";

test.for<[string, boolean, boolean]>([
  ["a pipe gets none", isColoured(pipe, {}), false],
  ["NO_COLOR takes them from a terminal", isColoured(terminal, { NO_COLOR: "1" }), false],
  ["an empty NO_COLOR means nothing", isColoured(terminal, { NO_COLOR: "" }), isColoured(terminal, {})],
  ["a dumb terminal gets none", isColoured(terminal, { TERM: "dumb" }), false],
  ["FORCE_COLOR gives them to a pipe", isColoured(pipe, { FORCE_COLOR: "1" }), true],
  ["FORCE_COLOR=0 takes them away", isColoured(terminal, { FORCE_COLOR: "0" }), false],
  ["the flag beats FORCE_COLOR", isColoured(pipe, { FORCE_COLOR: "3" }, false), false],
])("%s", ([, coloured, expected]) => expect(coloured).toBe(expected));

test("only a terminal has a width of its own, within reason", () => {
  expect(widthOf(terminal)).toBe(90);
  expect(widthOf({ ...terminal, columns: 500 })).toBe(120);
  expect(widthOf({ ...terminal, columns: 10 })).toBe(40);
  expect(widthOf({ columns: 37 })).toBe(widthOf(pipe));
});
