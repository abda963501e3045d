import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from "docx";
import type { Block, Value } from "../document.js";
import { plain, safe } from "./text.js";

const RULE = { style: BorderStyle.SINGLE, size: 4, color: "A6A6A6" };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };
const CELL = { top: 50, bottom: 50, left: 90, right: 90 };
const HEAD = { type: ShadingType.CLEAR, fill: "E7ECF2", color: "auto" };
const SIZE = 17;
const LABEL_SHARE = 0.3;

/** One paragraph a line. */
export function lineParagraphs(value: Value, options: IParagraphOptions = {}, size?: number): Paragraph[] {
  const lines = value.length === 0 ? [{ kind: "text", text: "" } as const] : value;
  return lines.map(
    (line) =>
      new Paragraph({
        ...options,
        children: [
          new TextRun({
            text: safe(plain(line)),
            ...(size === undefined ? {} : { size }),
            ...(line.kind === "question" && { bold: true, highlight: "yellow" }),
          }),
        ],
      }),
  );
}

export function plainTable({ columns, rows }: Extract<Block, { type: "table" }>, width: number): Table {
  const widths = shares(
    columns.map((column) => column.width),
    width,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header }, index) => cell([{ kind: "text", text: header }], widths[index]!, true)),
  });
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((value, index) => cell(value, widths[index]!)) }),
  );
  return table(widths, [head, ...body]);
}

/** Labels on the left, what is said of them on the right. */
export function fieldTable(rows: Extract<Block, { type: "fields" }>["rows"], width: number): Table {
  const widths = shares([LABEL_SHARE, 1 - LABEL_SHARE], width);
  return table(
    widths,
    rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cell([{ kind: "text", text: label }], widths[0]!, true), cell(value, widths[1]!)],
        }),
    ),
  );
}

function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
  });
}

function cell(value: Value, width: number, head = false): TableCell {
  const children = head
    ? value.map(
        (line) => new Paragraph({ children: [new TextRun({ text: safe(plain(line)), bold: true, size: SIZE })] }),
      )
    : lineParagraphs(value, { spacing: { after: value.length > 1 ? 40 : 0 } }, SIZE);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL,
    ...(head && { shading: HEAD }),
    children,
  });
}

function shares(parts: readonly number[], width: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.floor((part / whole) * width));
}
