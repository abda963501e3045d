import { expect, test } from "vitest";
import { escapeMarkdown, markdownCode } from "../../src/report/escape/markdown.js";
import { renderMarkdown } from "../../src/report/markdown.js";
import { contextOf, everything, findingOf, resultOf } from "./support.js";

test("counts in sight, findings folded, coverage below", () => {
  const text = renderMarkdown(
    resultOf([findingOf(), findingOf({ severity: "note", rule: "special/free-text" })]),
    contextOf(),
  );
  expect(text).toMatch(/^### ❌ 1 error, ℹ️ 1 note in 1 file$/m);
  expect(text).toMatch(/^<details><summary>❌ <b>1<\/b> .* <code>mapping\/undeclared-field<\/code><\/summary>$/m);
  expect(text).toContain("| `src/lead.ts:4:3` | type:Lead.phone (phone number)");
  expect(text).toMatch(/^\| in the map \| 75% \| +9 of 12 \|$/m);
});

test("a clean result says so and what that does not mean", () => {
  expect(renderMarkdown(resultOf([]), contextOf("ru"))).toMatch(/^### ✅ Противоречий .*\n\nЭто не доказательство/);
});

test("fits into a comment, however many findings there are", () => {
  const many = Array.from({ length: 20_000 }, (_, n) =>
    findingOf({ place: { file: `src/${n}.ts`, line: 1, column: 1 } }),
  );
  const text = renderMarkdown(resultOf(many), contextOf("ru"));
  expect(text.length).toBeLessThan(65_000);
  expect(text).toMatch(/и ещё 19.\d{3}/);
  expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length);
});

test("nothing from the code formats, links, mentions or leaves its cell", () => {
  const text = renderMarkdown(everything, contextOf());
  expect(text).not.toMatch(/[\u202e\u001b\u0000]/);
  // Within code nothing has a meaning but the bar of a table.
  expect(text.replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, "")).not.toMatch(/(?<!\\)<script|@everyone|(?<!\\)\]\(/);
  for (const row of text.split("\n").filter((line) => line.startsWith("| "))) {
    expect(row.match(/(?<!\\)\|/g)!.length).toBeLessThanOrEqual(4);
  }
});

test.for([
  ["a_b*c", "a\\_b\\*c"],
  ["<b>", "\\<b\\>"],
  ["@sentry/nextjs", "@\u200bsentry/nextjs"],
  ["see #12", "see #\u200b12"],
  ["https://x.example", "https:\u200b//x.example"],
  ["a|b", "a\\|b"],
  ["[x](y)", "\\[x\\](y)"],
] as const)("%s is written %s", ([text, escaped]) => expect(escapeMarkdown(text)).toBe(escaped));

test.for([
  ["src/a.ts", "`src/a.ts`"],
  ["a`b", "`` a`b ``"],
  ["a|b", "`a\\|b`"],
  ["", ""],
] as const)("code %s is written %s", ([text, written]) => expect(markdownCode(text)).toBe(written));
