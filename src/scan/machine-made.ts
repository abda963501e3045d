import { extname } from "node:path";
import type { Unread } from "./read-file.js";

const SCRIPTS = new Set([".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]);
const GENERATED_MARK =
  /@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto-?generated|this file (?:was|is) (?:auto(?:matically)?[- ])?generated)\b/i;
/** Marks stand in the comment a file opens with. */
const HEAD_LENGTH = 600;
const MINIFIED_LINE = 1500;

/** Scripts that a tool wrote: their sources are what counts. Schemas are read even when generated, for they say what is stored. */
export function machineMade(file: string, text: string): Unread | null {
  if (!SCRIPTS.has(extname(file).toLowerCase())) return null;
  const head = openingComment(text.slice(0, HEAD_LENGTH));
  const mark = GENERATED_MARK.exec(head);
  if (mark) return { skip: "generated", detail: mark[0] };
  if (text.length > 5000 && text.length / (countLines(text) + 1) > MINIFIED_LINE)
    return { skip: "minified", detail: "very long lines" };
  return null;
}

function openingComment(head: string): string {
  const code = head.search(/^[ \t]*(?![ \t]|\/\/|\/\*|\*|#!|["']use |$)\S/m);
  return code < 0 ? head : head.slice(0, code);
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
