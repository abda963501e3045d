import type { Span } from "../model/index.js";

/** Start and end offset in the text of a file, in UTF-16 code units, end exclusive. */
export type Range = readonly [start: number, end: number];

/** The text of one file with the arithmetic between offsets and places. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  span([start, end]: Range): Span {
    const from = this.position(start);
    const to = this.position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  position(offset: number): { line: number; column: number } {
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** Offset of a place; columns past the end of the line stop at its end. Lines out of range give null. */
  offset(line: number, column: number): number | null {
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    const start = starts[line - 1];
    if (start === undefined) return null;
    const end = starts[line] ?? this.text.length + 1;
    return Math.min(start + column - 1, end - 1);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
