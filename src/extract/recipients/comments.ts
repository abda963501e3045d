import { isMarkupFile, isScriptFile } from "./files.js";
import type { SourceText } from "../source-text.js";

type Span = readonly [start: number, end: number];

/** Whether an offset lies in a comment; the comments are looked for when first asked. */
export function commentTest({ file, text }: SourceText): (offset: number) => boolean {
  let spans: readonly Span[] | null = null;
  return (offset) => {
    spans ??= commentsOf(file, text);
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]![1] <= offset) low = middle + 1;
      else high = middle;
    }
    const span = spans[low];
    return span !== undefined && span[0] <= offset;
  };
}

function commentsOf(file: string, text: string): Span[] {
  if (isScriptFile(file)) return scriptComments(text, 0, text.length);
  return isMarkupFile(file) ? markupComments(text) : lineComments(text);
}

/** `#`, `//` and `--` at the start of a line. Behind a value they may belong to it. */
function lineComments(text: string): Span[] {
  return [...text.matchAll(/^[ \t]{0,200}(?:#|\/\/|--)[^\n]*/gm)].map((match) => spanOf(match));
}

const MARKUP_COMMENT = /<!--|\{\{!--|\{\{!|<%#|\{#\s|\{\{--|<script\b[^>]{0,2000}>/gi;
const ENDS: Readonly<Record<string, string>> = {
  "<!--": "-->",
  "{{!--": "--}}",
  "{{!": "}}",
  "<%#": "%>",
  "{{--": "--}}",
};

function markupComments(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKUP_COMMENT)) {
    if (match.index < from) continue;
    const open = match[0];
    if (open.startsWith("<s") || open.startsWith("<S")) {
      const start = match.index + open.length;
      const end = text.slice(start).search(/<\/script/i);
      from = end < 0 ? text.length : start + end;
      spans.push(...scriptComments(text, start, from));
    } else {
      const close = ENDS[open] ?? "#}";
      const end = text.indexOf(close, match.index + open.length);
      from = end < 0 ? text.length : end + close.length;
      spans.push([match.index, from]);
    }
  }
  return spans;
}

/**
 * Comments of a script, told from strings, templates and regular expressions without a parse: files that no collector wants are not
 * parsed for this, and broken ones can be read all the same. An error of the lexer ends with its line.
 */
export function scriptComments(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const next = /["'`/{}]/g;
  /** Depths of braces at which a template goes on. */
  const templates: number[] = [];
  let depth = 0;
  let at = from;
  while (at < to) {
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match || match.index >= to) break;
    at = match.index + 1;
    const mark = match[0];
    if (mark === "/") {
      const after = text[at];
      if (after === "/" || after === "*") {
        const end = after === "/" ? lineEnd(text, at, to) : blockEnd(text, at + 1, to);
        spans.push([match.index, end]);
        at = end;
      } else if (startsRegex(text, match.index, from)) at = regexEnd(text, at, to);
    } else if (mark === "{") depth++;
    else if (mark === "}") {
      depth--;
      if (templates.at(-1) === depth) at = templateEnd(text, at, to, templates, () => depth++);
    } else if (mark === "`") {
      templates.push(depth);
      at = templateEnd(text, at, to, templates, () => depth++);
    } else at = stringEnd(text, at, to, mark);
  }
  return spans;
}

function lineEnd(text: string, at: number, to: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 || end > to ? to : end;
}

function blockEnd(text: string, at: number, to: number): number {
  const end = text.indexOf("*/", at);
  return end < 0 || end > to ? to : end + 2;
}

function stringEnd(text: string, at: number, to: number, quote: string): number {
  for (let index = at; index < to; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === quote) return index + 1;
    else if (character === "\n") return index;
  }
  return to;
}

/** Reads on in a template up to its end or its next hole, whose brace is counted. */
function templateEnd(text: string, at: number, to: number, templates: number[], openHole: () => void): number {
  for (let index = at; index < to; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === "`") {
      templates.pop();
      return index + 1;
    } else if (character === "$" && text[index + 1] === "{") {
      openHole();
      return index + 2;
    }
  }
  return to;
}

/** A slash begins a regular expression where no value stands before it. */
function startsRegex(text: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && (text[before] === " " || text[before] === "\t")) before--;
  if (before < from) return true;
  if (/[(,=:[!&|?{};\n+*%^~]/.test(text[before]!)) return true;
  return /\b(?:return|typeof|case|in|of|void|delete)$/.test(text.slice(Math.max(from, before - 8), before + 1));
}

function regexEnd(text: string, at: number, to: number): number {
  let inClass = false;
  for (let index = at; index < to; index++) {
    const character = text[index];
    if (character === "\n") return at;
    if (character === "\\") index++;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) return index + 1;
  }
  return at;
}

function spanOf(match: RegExpExecArray | RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return [start, start + match[0].length];
}
