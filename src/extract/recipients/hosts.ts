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
    const start = hostStart(text, match.index);
    const end = hostEnd(text, match.index + 1);
    done = end;
    const written = text.slice(start, end);
    // A hole of a template stands before the dot: `https://${region}.host`.
    const host = (written.startsWith(".") ? `x${written}` : written).toLowerCase();
    const recipient = index.hostOf(host, pathAfter(text, end));
    if (!recipient || !countUp(seen, host) || isMailAddress(text, start) || isPlainLink(text, start)) continue;
    yield { recipient, how: isLoaded(text, start) ? "script" : "host", trace: written, at: [start, end] };
  }
}

function hostStart(text: string, dot: number): number {
  let start = dot;
  while (start > 0 && dot - start < MAX_HOST && isHostCharacter(text.charCodeAt(start - 1))) start--;
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
