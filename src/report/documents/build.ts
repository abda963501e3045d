import type { Block, Line, Value } from "./document.js";

export const heading = (text: string): Block => ({ type: "heading", text });

export const paragraph = (text: string): Block => ({ type: "paragraph", value: says(text) });

export const fields = (rows: readonly (readonly [label: string, value: Value])[]): Block => ({
  type: "fields",
  rows: rows.map(([label, value]) => ({ label, value })),
});

/** Columns are given as headers with their share of the width. */
export const table = (
  title: string,
  columns: readonly (readonly [header: string, width: number])[],
  rows: readonly (readonly Value[])[],
): Block => ({ type: "table", title, columns: columns.map(([header, width]) => ({ header, width })), rows });

/** Lines to sign; the last is for the date. */
export const signature = (...labels: readonly string[]): Block => ({
  type: "signature",
  rows: labels.map((label, index) => ({ label, signed: index < labels.length - 1 })),
});

export const says = (...texts: readonly (string | null)[]): Value =>
  texts.flatMap((text): Line[] => (text === null || text === "" ? [] : [{ kind: "text", text }]));

export const asks = (text: string): Value => [{ kind: "question", text }];

export const blank = (caption = ""): Value => [{ kind: "blank", text: caption }];

/** The fact, or the question after it where there is none. */
export const known = (text: string | null | undefined, question: string): Value =>
  text === null || text === undefined || text === "" ? asks(question) : says(text);

/** One line each, or the question where there is none. */
export const each = (texts: readonly string[], question: string): Value =>
  texts.length === 0 ? asks(question) : says(...texts);
