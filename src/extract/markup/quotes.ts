import type { Range } from "../source-text.js";

/** The range within its quotes, where it has any. */
export function quoted(text: string, [start, end]: Range): Range {
  const first = text[start];
  return (first === '"' || first === "'" || first === "`") && end - start > 1 && text[end - 1] === first
    ? [start + 1, end - 1]
    : [start, end];
}
