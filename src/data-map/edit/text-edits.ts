/** Text to put in place of a range; the range is empty for an insertion. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies edits that do not overlap. Those at one offset keep the order in which they were given. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.from - b.edit.from || a.index - b.index);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    result += text.slice(at, edit.from) + edit.text;
    at = Math.max(at, edit.to);
  }
  return result + text.slice(at);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset behind the end of the line, its line feed included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The line ending in use around an offset. */
export function lineBreakAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  const near = end >= 0 ? end : text.lastIndexOf("\n");
  return near > 0 && text[near - 1] === "\r" ? "\r\n" : "\n";
}
