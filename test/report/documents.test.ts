import { strFromU8, strToU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";
import { loadCatalog } from "../../src/catalog/index.js";
import type { AuditResult, Language } from "../../src/model/index.js";
import type { PaperDocument } from "../../src/report/documents/document.js";
import {
  documents,
  draftDocument,
  renderDocument,
  type DocumentEntry,
  type DocumentFormat,
  type DocumentInput,
  type DocumentName,
} from "../../src/report/documents/index.js";
import { sheetNames } from "../../src/report/documents/render/xlsx.js";
import { documentWords } from "../../src/report/documents/words/index.js";
import { HOSTILE } from "./support.js";

const catalog = await loadCatalog();
const fixtures = resolve(import.meta.dirname, "../../fixtures");
const { result } = await audit({ cwd: `${fixtures}/chat-service`, today: "2026-01-15" });
const declared = result.declared!;

/** The result as it was before a purpose and the address of the database were what they are. */
const previous: AuditResult = {
  ...result,
  declared: {
    ...declared,
    purposes: declared.purposes.filter(({ id }) => id !== "newsletter"),
    stores: declared.stores.map((store) => ({ ...store, address: "1 Old Street" })),
  },
};

const names = Object.keys(documents) as DocumentName[];
const languages = ["en", "ru"] as const satisfies readonly Language[];
const each = names.flatMap((name) => languages.map((language) => [name, language] as const));

function inputOf(language: Language, changes: Partial<DocumentInput> = {}): DocumentInput {
  return { result, previous, catalog, language, commit: "0123abcd", subject: "user", ...changes };
}

async function textOf(name: DocumentName, format: DocumentFormat, input: DocumentInput): Promise<string> {
  const rendered = await renderDocument(name, input, format);
  return typeof rendered === "string" ? rendered : strFromU8(rendered);
}

/** Every line that a document says, as it stands in its blocks. */
function linesOf({ title, blocks }: PaperDocument): string[] {
  const values = blocks.flatMap((block) => {
    if (block.type === "paragraph") return [block.value];
    if (block.type === "fields") return block.rows.map(({ value }) => value);
    return block.type === "table" ? block.rows.flat() : [];
  });
  const labels = blocks.flatMap((block) => {
    if (block.type === "heading") return [block.text];
    if (block.type === "fields") return block.rows.map(({ label }) => label);
    return block.type === "table" ? block.columns.map(({ header }) => header) : [];
  });
  return [title, ...labels, ...values.flat().map(({ text }) => text)].filter((text) => text !== "");
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ");

const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

test.each(each)("%s in %s as Markdown", async (name, language) => {
  const file = `documents/${name}.${language}.md.snap`;
  await expect(await textOf(name, "md", inputOf(language))).toMatchFileSnapshot(file);
});

test.each(each)("%s in %s: a word processor reads all of it back", async (name, language) => {
  const document = await draftDocument(name, inputOf(language));
  const bytes = (await renderDocument(name, inputOf(language), "docx")) as Uint8Array;
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const read = squeezed(value);
  for (const line of linesOf(document)) expect(read).toContain(squeezed(line));
  for (const question of document.questions) expect(read).toContain(`[?] ${squeezed(question)}`);
});

test.each(each)("%s in %s: a workbook holds all of it, and nothing in it is a formula", async (name, language) => {
  const document = await draftDocument(name, inputOf(language));
  const files = unzipSync((await renderDocument(name, inputOf(language), "xlsx")) as Uint8Array);
  const strings = squeezed(unescaped(strFromU8(files["xl/sharedStrings.xml"]!)));
  for (const line of linesOf(document)) expect(strings).toContain(squeezed(line));
  const sheets = Object.keys(files).filter((file) => file.startsWith("xl/worksheets/sheet"));
  expect(sheets).toHaveLength(1 + document.blocks.filter(({ type }) => type === "table").length);
  for (const sheet of sheets) {
    const xml = strFromU8(files[sheet]!);
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  }
});

test("the same document is the same bytes, whenever it is made", async () => {
  for (const format of ["docx", "xlsx"] as const) {
    const [one, other] = await Promise.all([1, 2].map(() => renderDocument("ropa", inputOf("ru"), format)));
    expect(Buffer.from(one as Uint8Array).equals(Buffer.from(other as Uint8Array))).toBe(true);
    const core = strFromU8(unzipSync(one as Uint8Array)["docProps/core.xml"] ?? strToU8(""));
    if (core !== "") expect(core).toContain("2026-01-15T00:00:00Z");
  }
});

test("as data it is the document itself", async () => {
  const json = JSON.parse(await textOf("rkn", "json", inputOf("en"))) as PaperDocument;
  expect(json).toEqual({ version: 1, ...(await draftDocument("rkn", inputOf("en"))) });
});

test("what the map leaves open is asked, never made up", async () => {
  const { questions } = await draftDocument("rkn", inputOf("en"));
  expect(questions).toContain("Which technical measures are taken, and what shows it?");
  expect(questions).toContain("On which day or condition does processing end?");
  const bare: AuditResult = {
    ...result,
    declared: {
      ...declared,
      controller: { ...declared.controller, inn: null, address: null, dpo: null, art22: null },
      purposes: declared.purposes.map((purpose) => ({ ...purpose, bases: [], retention: null })),
      stores: declared.stores.map((store) => ({ ...store, address: null, ownDataCentre: null, threatType: null })),
    },
  };
  const asked = (await draftDocument("rkn", inputOf("en", { result: bare }))).questions;
  for (const start of [
    "What is the operator's INN",
    "What is the address of",
    "Who is responsible",
    "What is the legal basis of: Work with partners",
    "Is the data centre one's own",
    "In which regions",
  ])
    expect(asked.some((question) => question.startsWith(start))).toBe(true);
  const level = await draftDocument("protection-level", inputOf("en", { result: bare }));
  expect(level.questions).toContain("Which type of threats is relevant: Main database?");
});

test.each(names)("%s without a map asks for what a map would say, and invents no name", async (name) => {
  const unmapped: AuditResult = { ...result, map: null, declared: null };
  const document = await draftDocument(name, inputOf("en", { result: unmapped, previous: null, commit: null }));
  const entry: DocumentEntry = documents[name];
  expect(entry.summary).not.toBe("");
  expect(linesOf(document).join("\n")).not.toContain("Strizh");
});

test("the notice of changes tells what differs from the result it is compared with, and no more", async () => {
  const { blocks } = await draftDocument("rkn-change", inputOf("en"));
  const table = blocks.find((block) => block.type === "table" && block.title === "Changes")!;
  const rows =
    table.type === "table" ? table.rows.map((row) => row.map((value) => value.map(({ text }) => text).join("\n"))) : [];
  expect(rows).toContainEqual([
    "Database 1",
    "Address of the database",
    "1 Old Street",
    "8 Depot Street, Saint Petersburg",
  ]);
  expect(rows.filter(([section]) => /Send news/.test(section!)).every(([, , before]) => before === "—")).toBe(true);
  expect(rows.some(([section]) => /Work with partners/.test(section!))).toBe(false);
  const same = await draftDocument("rkn-change", inputOf("en", { previous: result }));
  expect(linesOf(same)).toContain("Nothing that the regulator is told has changed since the result compared with.");
});

test("a protection level follows from kinds of data, people and threats", async () => {
  const with_ = (special: "health" | "biometric", count: number): AuditResult => ({
    ...result,
    inventory: result.inventory.map((row) => (row.id === "prisma:Account.phone" ? { ...row, special } : row)),
    declared: { ...declared, subjects: declared.subjects.map((subject) => ({ ...subject, count })) },
  });
  const said = async (changed: AuditResult) =>
    linesOf(await draftDocument("protection-level", inputOf("en", { result: changed })));
  expect(await said(result)).toContain("Level 4 is required, level 3 is declared: enough.");
  expect(await said(with_("biometric", 10))).toContain("Level 3 is required, level 3 is declared: enough.");
  expect(await said(with_("health", 100_000))).toContain("Level 2 is required, level 3 is declared: too weak.");
});

test("a special category without an exemption is asked about", async () => {
  const first = result.inventory.find(({ id }) => id === "prisma:Account.phone");
  const inventory = result.inventory.map((row) => (row === first ? { ...row, special: "health" as const } : row));
  const changed: AuditResult = { ...result, inventory };
  const { questions, blocks } = await draftDocument("special", inputOf("en", { result: changed }));
  expect(questions.some((question) => question.startsWith("What permits the processing of"))).toBe(true);
  expect(linesOf({ blocks, title: "" } as unknown as PaperDocument)).toContain(first!.id);
});

test("every suppression stands in the protocol with its reason", async () => {
  const [finding] = (await audit({ cwd: `${fixtures}/chat-service-violations`, today: "2026-01-15" })).result.findings;
  const suppressed = [
    { finding: finding!, reason: "Agreed with counsel", by: { file: "src/a.ts", line: 3, column: 1 } },
  ];
  const lines = linesOf(await draftDocument("protocol", inputOf("en", { result: { ...result, suppressed } })));
  expect(lines).toEqual(expect.arrayContaining([finding!.rule, "Agreed with counsel", "src/a.ts:3:1", "0123abcd"]));
});

test("text from code and map does nothing to whoever opens the document", async () => {
  const name = `=HYPERLINK("http://x")${HOSTILE}<script>|`;
  const hostile: AuditResult = { ...result, declared: { ...declared, controller: { ...declared.controller, name } } };
  const files = unzipSync((await renderDocument("ropa", inputOf("en", { result: hostile }), "xlsx")) as Uint8Array);
  const strings = strFromU8(files["xl/sharedStrings.xml"]!);
  expect(strings).toContain("=HYPERLINK(");
  expect(strFromU8(files["xl/worksheets/sheet1.xml"]!)).not.toMatch(/<f[ >]/);
  const docx = unzipSync((await renderDocument("ropa", inputOf("en", { result: hostile }), "docx")) as Uint8Array);
  for (const xml of [strings, strFromU8(docx["word/document.xml"]!)]) {
    expect(xml).not.toMatch(/<script|[\u202e\u0000\u001b]/);
    expect(xml).toContain("\\u{202e}");
  }
  expect(await textOf("ropa", "md", inputOf("en", { result: hostile }))).not.toMatch(/(?<!\\)<script|\u202e/);
});

test("sheets get names that a workbook allows, each once", () => {
  expect(sheetNames(["a/b:c", "A b c", "x".repeat(40), "[]"])).toEqual(["a b c", "A b c 2", "x".repeat(27), "—"]);
});

test("both languages say the same things with the same placeholders", () => {
  const holes = (phrase: string): string[] => [...new Set(phrase.match(/\{\w+\}/g) ?? [])].sort();
  for (const [key, phrase] of Object.entries(documentWords.en)) {
    const russian = documentWords.ru[key as keyof typeof documentWords.ru];
    expect([key, holes(russian)]).toEqual([key, holes(phrase)]);
    if (!["rkn-change.absent"].includes(key)) expect(russian).toMatch(/[а-яё№]/i);
  }
});
