import { countUp, type FoundTrace } from "./trace.js";
import type { TraceIndex } from "./trace-index.js";

/** Longest host name that DNS knows. */
const MAX_HOST = 253;

/** Hosts in URLs, in content security policies and standing alone in strings. Own hosts that only look alike are others. */
export function* hostTraces(text: string, index: TraceIndex): Generator<FoundTrace> {
  if (!index.lastLabels) return;
  let done = 0;
  const seen = new Map<string, number>();
  for (const match of text.matchAll(index.lastLabels)) {
    if (match.index < done) continue;
    const start = hostStart(text, match.index, done);
    const end = hostEnd(text, match.index + 1);
    done = end;
    const written = text.slice(start, end);
    const host = written.replace(HOLE, "x").toLowerCase();
    const recipient = index.hostOf(host, pathAfter(text, end));
    if (!recipient || !countUp(seen, host) || isMentionOnly(text, start)) continue;
    yield { recipient, how: isLoaded(text, start) ? "script" : "host", trace: written, at: [start, end] };
  }
}

/** A hole of a template may stand for a label: `https://service.${region}.host`. */
const HOLE = /\$\{[^{}\n]{0,80}\}/g;

function hostStart(text: string, dot: number, from: number): number {
  let start = dot;
  let holes = 0;
  while (start > from && dot - start < MAX_HOST) {
    if (isHostCharacter(text.charCodeAt(start - 1))) start--;
    else if (text[start - 1] === "}" && ++holes < 3) {
      // The text before is cut off first, so that a missing hole is not looked for in all of it.
      const hole = /\$\{[^{}\n]{0,80}\}$/.exec(text.slice(Math.max(0, start - 84), start));
      if (!hole) break;
      start -= hole[0].length;
    } else break;
  }
  return start;
}

function hostEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < MAX_HOST && isHostCharacter(text.charCodeAt(end))) end++;
  // A full stop that ends a sentence is no part of the host.
  while (text[end - 1] === "." || text[end - 1] === "-") end--;
  return end;
}

function isHostCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46 ||
    (code >= 65 && code <= 90)
  );
}

function pathAfter(text: string, end: number): string {
  const [path = ""] = /^(?::\d{1,5})?[^\s"'`<>()]{0,200}/.exec(text.slice(end, end + 200)) ?? [];
  return path.replace(/^:\d+/, "");
}

function isMentionOnly(text: string, start: number): boolean {
  return isProse(text, start) || isMailAddress(text, start) || isPlainLink(text, start) || isComparison(text, start);
}

/** A host among words is spoken of, but in the list of a content security policy; so is one shown as an example to fill in. */
function isProse(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  if (
    /\b(?:placeholder|example|helperText|description|tooltip|hint)\s?[=:]\s?\{?\s?["'`](?:https?:\/\/)?$/i.test(before)
  )
    return true;
  return /\s$/.test(before) && !/-src\b|'self'|[=:]\s?$/.test(before);
}

/** What is compared with a host, or looked for in a text, goes nowhere: `url.hostname === "host"`, `iframe[src*="host"]`. */
function isComparison(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return /(?:[!=]==?\s{0,9}|\b(?:includes|endsWith|startsWith|indexOf|match|case)\b\s?\(?\s{0,9}|[*^$~|]=)\\?["'`](?:https?:)?(?:\/\/)?$/.test(
    before,
  );
}

/** `support@host` is an address to write to; `https://key@host` is a URL with a key in it. */
function isMailAddress(text: string, start: number): boolean {
  if (text[start - 1] !== "@") return false;
  const before = text.slice(Math.max(0, start - 200), start);
  return !/\/\/[^\s"'`<>/]*$/.test(before);
}

/** A link is followed by a person or not at all: it sends nothing when the page is shown. */
function isPlainLink(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 600), start);
  if (/\]\(\s*(?:https?:)?\/\/$/.test(before)) return true;
  const tag = before.lastIndexOf("<");
  if (tag < 0 || before.indexOf(">", tag) >= 0) return false;
  return /^<(?:a|A|area|[\w.]*Link|[\w.]*Anchor|Button|IconButton)\b/.test(before.slice(tag));
}

/** Whether the page loads something from there: a script, a style sheet, a frame, a picture. */
function isLoaded(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 600), start);
  if (/\bsrc\s*[:=]\s*\{?\s*["'`]?(?:https?:)?\/\/$/.test(before)) return true;
  const tag = before.lastIndexOf("<");
  return tag >= 0 && /^<(?:script|link|iframe|img|Script|embed|object|source)\b[^>]*$/.test(before.slice(tag));
}
