import type { Script } from "./script.js";

/** Text of the comment that ends right before an offset or stands behind it on its line, without the comment marks; null if none. */
export function commentBefore(script: Script, offset: number): string | null {
  const { comments, source } = script;
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle]!.range[1] <= offset) low = middle + 1;
    else high = middle;
  }
  const before = comments[low - 1];
  if (before && source.text.slice(before.range[1], offset).trim() === "" && !isTrailing(script, before.range[0]))
    return clean(before.value);
  const after = comments[low];
  if (after && !source.text.slice(offset, after.range[0]).includes("\n")) return clean(after.value);
  return null;
}

/** Whether code precedes the comment on its own line: such a comment speaks of that code. */
function isTrailing(script: Script, start: number): boolean {
  const lineStart = script.source.text.lastIndexOf("\n", start - 1) + 1;
  return script.source.text.slice(lineStart, start).trim() !== "";
}

function clean(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[*!/]*\s?/, "").trimEnd())
    .join("\n")
    .trim();
}
