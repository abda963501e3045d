import stringWidth from "string-width";
import type { Place } from "../model/index.js";
import { escapeTerminal } from "./escape/terminal.js";

/** One line of code cut around a place, safe to print, in three pieces; `indent` and `width` are in columns of a terminal. */
export interface CodeLine {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly indent: number;
  readonly width: number;
}

const ELLIPSIS = "…";

/** The line a place points at, at most `width` columns wide, or null where the text has no such line or nothing on it. */
export function codeLine(text: string, place: Place, width: number): CodeLine | null {
  const line = lineOf(text, place.line);
  if (line === null || line.trim() === "" || place.column > line.length + 1) return null;
  const start = place.column - 1;
  const end = endOf(place, line);
  const leading = line.length - line.trimStart().length;
  const from = start - leading > width * 0.6 ? start - Math.floor(width * 0.3) : Math.min(leading, start);
  const marked = printable(line.slice(start, Math.min(end, start + width)));
  const before = (from > leading ? ELLIPSIS : "") + printable(line.slice(from, start));
  const indent = stringWidth(before);
  const room = Math.max(0, width - indent - stringWidth(marked));
  const rest = line.slice(end).trimEnd();
  const after = rest.length > room ? printable(rest.slice(0, Math.max(0, room - 1))) + ELLIPSIS : printable(rest);
  return { before, marked, after, indent, width: Math.max(1, stringWidth(marked)) };
}

function lineOf(text: string, number: number): string | null {
  let from = 0;
  for (let line = 1; line < number; line++) {
    from = text.indexOf("\n", from) + 1;
    if (from === 0) return null;
  }
  const end = text.indexOf("\n", from);
  return text.slice(from, end < 0 ? undefined : end).replace(/\r$/, "");
}

/** A place without an end marks the word that begins there. */
function endOf({ line, column, endLine, endColumn }: Place, text: string): number {
  if (endLine === line && endColumn !== undefined && endColumn > column) return Math.min(endColumn - 1, text.length);
  if (endLine !== undefined && endLine > line) return text.trimEnd().length;
  const word = /^[\p{L}\p{N}_$-]+/u.exec(text.slice(column - 1));
  return column - 1 + (word?.[0].length ?? 1);
}

function printable(code: string): string {
  return escapeTerminal(code.replaceAll("\t", "  "));
}
