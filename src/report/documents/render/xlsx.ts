import writeExcelFile, { type CellObject, type Image, type Row, type Sheet } from "write-excel-file/node";
import type { Block, PaperDocument, Value } from "../document.js";
import { documentSpeaker } from "../words/index.js";
import { settled } from "./archive.js";
import { madeWith, plain, questionNotice, safe } from "./text.js";
import { printedWell } from "./xlsx-print.js";

type OwnSheet = Sheet<Image["content"]> & { readonly sheet: string };

const FONT = { fontFamily: "Arial", fontSize: 10 };
/** Width of a sheet in characters, as a landscape page holds it. */
const WIDTH = 150;
const COVER = [42, 108];

/** The document as a workbook: what is said once on the first sheet, each table on one of its own. */
export async function renderXlsx(document: PaperDocument): Promise<Uint8Array> {
  const words = documentSpeaker(document.language);
  const tables = document.blocks.filter((block) => block.type === "table");
  const names = sheetNames([words.say("document"), ...tables.map(({ title }) => title)]);
  const sheets: OwnSheet[] = [
    {
      sheet: names[0]!,
      orientation: "landscape",
      columns: COVER.map((width) => ({ width })),
      data: cover(document),
    },
    ...tables.map((block, index) => tableSheet(block, names[index + 1]!)),
  ];
  const features = [printedWell(sheets.map(({ sheet, stickyRowsCount = 0 }) => ({ sheet, head: stickyRowsCount })))];
  return settled(await writeExcelFile(sheets, { ...FONT, features }).toBuffer(), document.date);
}

function tableSheet({ columns, rows }: Extract<Block, { type: "table" }>, sheet: string): OwnSheet {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.max(6, Math.round((width / whole) * WIDTH)));
  return {
    sheet,
    orientation: "landscape",
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [columns.map(({ header }) => head(header)), ...rows.map((row) => row.map((value) => cell(value)))].map(
      (row) => grown(row, widths),
    ),
  };
}

/** Height of a line of text in points, and how much of a column's width words fill before they wrap. */
const LINE = 13;
const FILLED = 0.88;
const FILLED_BOLD = 0.76;

/** A row high enough for what wraps in it: not every reader of workbooks grows rows by itself. */
function grown(row: readonly CellObject[], widths: readonly number[]): Row {
  const lines = row.map(({ value, fontWeight }, index) =>
    String(value ?? "")
      .split("\n")
      .reduce(
        (sum, line) =>
          sum + Math.max(1, Math.ceil(line.length / (widths[index]! * (fontWeight ? FILLED_BOLD : FILLED)))),
        0,
      ),
  );
  const height = Math.max(1, ...lines) * LINE + 3;
  return row.map((one) => ({ ...one, height }));
}

function cover(document: PaperDocument): Row[] {
  const { title, subtitle, blocks, questions, language } = document;
  const words = documentSpeaker(language);
  const notice = questionNotice(document);
  return [
    [{ ...text(title), fontWeight: "bold", fontSize: 14 }],
    ...(subtitle === "" ? [] : [[text(subtitle)]]),
    [text(madeWith(document))],
    ...(notice === null ? [] : [[{ ...text(notice), fontWeight: "bold" as const, backgroundColor: "#FFF2AB" }]]),
    ...blocks.flatMap((block) => coverRows(block, words.say("signature-hint"))),
    ...(questions.length === 0 ? [] : [[], [heading(words.say("open-questions"))]]),
    ...questions.map((question, index) => wide(cell([{ kind: "question", text: `${index + 1}. ${question}` }]))),
  ];
}

function coverRows(block: Block, hint: string): Row[] {
  switch (block.type) {
    case "heading":
      return [[], [heading(block.text)]];
    case "paragraph":
      return [[], wide({ value: joined(block.value), type: String, format: "@", wrap: true, alignVertical: "top" })];
    case "fields":
      return [[], ...block.rows.map(({ label, value }) => grown([head(label), cell(value)], COVER))];
    case "signature":
      return block.rows.flatMap(({ label, signed }) => [
        [],
        [text(label), cell([{ kind: "blank", text: signed ? hint : "" }])],
      ]);
    case "table":
      return [];
  }
}

const wide = (one: CellObject): Row => [...grown([{ ...one, columnSpan: 2 }], [WIDTH]), null];

const heading = (title: string): CellObject => ({ ...text(title), fontWeight: "bold", fontSize: 12 });

/** A string is written as a string and formatted as text: whatever it begins with, it is no formula, not even once it is edited. */
const text = (value: string): CellObject => ({ value: safe(value), type: String, format: "@" });

const BORDERED = { wrap: true, alignVertical: "top", borderStyle: "thin", borderColor: "#A6A6A6" } as const;

function head(label: string): CellObject {
  return { ...text(label), ...BORDERED, fontWeight: "bold", backgroundColor: "#E7ECF2" };
}

/** Each line was made safe by itself: the line feeds between them are the document's. */
const joined = (value: Value): string => value.map((line) => safe(plain(line))).join("\n");

function cell(value: Value): CellObject {
  const asks = value.some(({ kind }) => kind === "question");
  return { value: joined(value), type: String, format: "@", ...BORDERED, ...(asks && { backgroundColor: "#FFF2AB" }) };
}

/** Names that a workbook allows: short, without certain characters, each once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean =
      safe(title)
        .replace(/[[\]/\\:*?']+/g, " ")
        .trim()
        .slice(0, 27)
        .trim() || "—";
    let name = clean;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${clean} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
