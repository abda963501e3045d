/** A paragraph, heading, list item or table row of a document, before its numbers are read. */
export interface Block {
  /** Lines that the document itself breaks stay apart. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** Level of a heading, from 1; 0 for anything else. */
  readonly heading: number;
  /** All of it is set in bold. */
  readonly bold: boolean;
  readonly item: boolean;
  /** Number that a list gives it by itself: `2`, `2.1`. */
  readonly ordinal: string | null;
}

export const PARAGRAPH = { heading: 0, bold: false, item: false, ordinal: null } as const;

/** White space as one blank, at the ends none; line breaks stay. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
