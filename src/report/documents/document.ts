import type { Language } from "../../model/index.js";

/** A line of a value. A question is a fact that map and code do not give; a blank is for whoever signs to fill in. */
export interface Line {
  readonly kind: "text" | "question" | "blank";
  readonly text: string;
}

export type Value = readonly Line[];

export interface Column {
  readonly header: string;
  /** Share of the width. */
  readonly width: number;
}

export type Block =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph"; readonly value: Value }
  | { readonly type: "fields"; readonly rows: readonly { readonly label: string; readonly value: Value }[] }
  | {
      readonly type: "table";
      /** Names the table, and the sheet of a workbook that it stands on. */
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Value[])[];
    }
  | {
      readonly type: "signature";
      /** A date is written down, not signed. */
      readonly rows: readonly { readonly label: string; readonly signed: boolean }[];
    };

/** A document as every format renders it: what it says and nothing of how it looks. */
export interface PaperDocument {
  readonly kind: string;
  readonly title: string;
  /** Article and act that ask for it, date and the like: one line under the title. */
  readonly subtitle: string;
  readonly language: Language;
  /** ISO date of the result that it is made from. */
  readonly date: string;
  readonly tool: string;
  readonly orientation: "portrait" | "landscape";
  readonly blocks: readonly Block[];
  /** Every question that the document holds, each once, in the order they stand. */
  readonly questions: readonly string[];
}

/** What a kind of document gives; the rest is the same for all. */
export interface Draft {
  readonly title: string;
  readonly subtitle: string;
  readonly orientation?: "portrait" | "landscape";
  readonly blocks: readonly Block[];
}

export function questionsOf(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(valuesOf).flat();
  return [...new Set(lines.flatMap(({ kind, text }) => (kind === "question" ? [text] : [])))];
}

function valuesOf(block: Block): readonly Value[] {
  switch (block.type) {
    case "paragraph":
      return [block.value];
    case "fields":
      return block.rows.map(({ value }) => value);
    case "table":
      return block.rows.flat();
    default:
      return [];
  }
}
