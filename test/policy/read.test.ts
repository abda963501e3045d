import { Document, Packer, Paragraph, TextRun } from "docx";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import { isInn, isOgrn, PolicyError, readPolicy } from "../../src/policy/index.js";
import { datesIn } from "../../src/policy/dates.js";
import { termsIn } from "../../src/policy/terms.js";
import { wordsOf } from "../../src/policy/words.js";

const catalog = await loadCatalog();

async function read(file: string, text: string | Uint8Array) {
  return readPolicy(file, typeof text === "string" ? new TextEncoder().encode(text) : text, catalog);
}

const numbers = async (file: string, text: string | Uint8Array) =>
  (await read(file, text)).clauses.map(({ number, line }) => `${number}:${line}`);

async function stated(text: string): Promise<string[]> {
  const { clauses } = await read("policy.md", text);
  return clauses.flatMap(({ number, statements }) =>
    statements.map(({ kind, value, denied }) => `${number} ${denied ? "not " : ""}${kind} ${value}`),
  );
}

test.each([
  [
    "policy.md",
    "# Policy\n\n## 1. Data\n\n1.1. Name.\n1.2. E-mail.\n\n## 2. Rights\n\nWrite to us.\n",
    ["1.1:5", "1.2:6", "2 ¶1:10"],
  ],
  ["policy.md", "**1. TERMS**\n\n- 1.1. **A** is a.\n- 1.2. B is b\n  - 1.2.1. c.\n", ["1.1:3", "1.2:4", "1.2.1:5"]],
  ["policy.txt", "1. GENERAL\n1.1. One,\nand more.\n\n1.2. Two.\n", ["1.1:2", "1.2:5"]],
  [
    "policy.html",
    "<h1>P</h1>\n<ol>\n<li>One</li>\n<li>Two<ol><li>Two one</li></ol></li>\n</ol>\n<script>1.1. no</script>",
    ["1:3", "2:4", "2.1:4"],
  ],
  ["policy.html", "<h2>1. Данные</h2><p>1.1. Имя.</p>\n<p>1.2.&nbsp;Почта.</p>", ["1.1:1", "1.2:2"]],
])("clauses of %s #%#", async (file, text, expected) => {
  expect(await numbers(file, text)).toEqual(expected);
});

test("a Word document is read by paragraphs", async () => {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const lines = ["1. ДАННЫЕ", "1.1. Мы собираем фамилию и телефон.", "1.2. Данные хранятся 3 года."];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: lines.map(paragraph) }] }));
  const { clauses, language } = await read("policy.docx", new Uint8Array(bytes));
  expect(language).toBe("ru");
  expect(clauses.map(({ number, line }) => [number, line])).toEqual([
    ["1.1", 2],
    ["1.2", 3],
  ]);
  expect(clauses[0]!.statements.map(({ value }) => value)).toEqual(expect.arrayContaining(["name", "phone"]));
});

test.each([
  ["policy.docx", "not a zip", "damaged"],
  ["policy.md", "\n", "empty"],
  ["policy.md", "a\0b", "format"],
] as const)("%s that cannot be read says why: %j", async (file, text, reason) => {
  await expect(read(file, text)).rejects.toMatchObject({ constructor: PolicyError, reason });
});

test("what is denied is told from what is done", async () => {
  expect(await stated("1.1. We do not collect health data; we collect your e-mail address.")).toEqual([
    "1.1 not special health",
    "1.1 data-type email",
  ]);
  expect(await stated("1.1. Мы не собираем:\n\n- данные о состоянии здоровья;\n- сведения о судимости.")).toEqual(
    expect.arrayContaining(["1.1 not special health"]),
  );
  expect(await stated("1.1. Трансграничная передача не осуществляется.")).toEqual(["1.1 not transfer abroad"]);
});

test("definitions state no facts", async () => {
  expect(
    await stated("1.1. Персональные данные — любая информация о человеке, в том числе имя, адрес, здоровье."),
  ).toEqual([]);
  expect(
    await stated('1.1. "Personal data" means any information such as a name or an e-mail address we collect.'),
  ).toEqual([]);
});

test.each([
  ["kept for three years", ["P3Y"]],
  ["хранятся не более 6 (шести) месяцев", ["P6M"]],
  ["в течение 10 рабочих дней", ["10bd"]],
  ["deleted after 90 days or one year", ["P90D", "P1Y"]],
  ["в 2024 году принят закон № 152-ФЗ", []],
])("terms in %j", (text, expected) => {
  expect(termsIn(wordsOf(text)).map(({ term }) => term)).toEqual(expected);
});

test.each([
  ["1 сентября 2025 г.", "2025-09-01"],
  ["«05» марта 2024 года", "2024-03-05"],
  ["01.03.2024", "2024-03-01"],
  ["March 1, 2024", "2024-03-01"],
  ["1st of March 2024", "2024-03-01"],
  ["2024-03-01", "2024-03-01"],
])("the day in %j", (text, date) => {
  expect(datesIn(text).map((found) => found.date)).toEqual([date]);
});

test("check digits of taxpayers and registered organisations", () => {
  expect(["7707083893", "500100732259"].map(isInn)).toEqual([true, true]);
  expect(["7707083894", "500100732258", "12345", ""].map(isInn)).toEqual([false, false, false, false]);
  expect(["1027700132195", "304500116000157"].map(isOgrn)).toEqual([true, true]);
  expect(["1027700132196", "304500116000158", "1"].map(isOgrn)).toEqual([false, false, false]);
});

test("a hostile text is read in little time", async () => {
  const long = "не ".repeat(40_000) + "1.1. ".repeat(20_000) + "a-".repeat(20_000) + "@".repeat(20_000);
  const started = performance.now();
  await read("policy.md", long);
  expect(performance.now() - started).toBeLessThan(8000);
});
