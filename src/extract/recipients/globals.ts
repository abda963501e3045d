import { countUp, type FoundTrace } from "./trace.js";
import type { GlobalUse, TraceIndex } from "./trace-index.js";

/** Names that scripts of trackers put on the page, used as globals: not declared in the file, not a member of something else. */
export function* globalTraces(text: string, index: TraceIndex): Generator<FoundTrace> {
  if (!index.globals) return;
  const declared = new Map<string, boolean>();
  const seen = new Map<string, number>();
  for (const match of text.matchAll(index.globals)) {
    const [name] = match;
    if (!countUp(seen, name)) continue;
    const found = index.globalOf(name).find(({ use }) => isUsed(text, match.index, name, use));
    if (!found) continue;
    const root = name.split(".")[0]!;
    let own = declared.get(root);
    if (own === undefined) declared.set(root, (own = isDeclared(text, root)));
    if (own && !isWindowMember(text, match.index)) continue;
    yield { recipient: found.recipient, how: "global", trace: name, at: [match.index, match.index + name.length] };
  }
}

/** `analytics.js`, `service.com` in prose. */
const FILE_OR_HOST = /^\.(?:com|io|net|org|ru|app|co|ai|dev|[cm]?[jt]sx?)\b(?!\s?[(.[])/;

function isUsed(text: string, at: number, name: string, use: GlobalUse): boolean {
  const ofWindow = isWindowMember(text, at) || (use === "mention" && isAliasMember(text, at));
  if (text[at - 1] === "." && !ofWindow) return false;
  const after = text.slice(at + name.length, at + name.length + 80);
  if (FILE_OR_HOST.test(after)) return false;
  switch (use) {
    case "call":
      return /^\s{0,3}(?:\?\.)?\(/.test(after) && !isSignature(after);
    case "call-with-text":
      return /^\s{0,3}(?:\?\.)?\(\s*["'`]/.test(after);
    case "member":
      return /^\s{0,3}\??\.[A-Za-z_$]/.test(after);
    case "mention":
      return (ofWindow && !/^\s*\??:/.test(after)) || /^\s{0,3}(?:\(|\??\.[A-Za-z_$(]|\[|=(?!=|>))/.test(after);
  }
}

/** `name(first: string)` declares; it calls nothing. */
function isSignature(after: string): boolean {
  return /^\s*\(\s*(?:\.\.\.)?(?:[A-Za-z_$][\w$]*\s*\??\s*:|\)\s*[:{])/.test(after);
}

function isWindowMember(text: string, at: number): boolean {
  return /\b(?:window|globalThis|self|top|global|unsafeWindow)(?:\s+as\s+\w+\))?\)?\s*[!?]?\.$/.test(
    text.slice(Math.max(0, at - 30), at),
  );
}

/** Snippets hand the window to a function that calls it by one letter. */
function isAliasMember(text: string, at: number): boolean {
  return /(?<![\w$.])[a-z]\.$/.test(text.slice(Math.max(0, at - 4), at));
}

/** Whether the file has a name of its own of that kind: a wrapper, a helper, a hook's result. Ambient declarations are none. */
function isDeclared(text: string, name: string): boolean {
  const word = name.replace(/\$/g, "\\$&");
  return new RegExp(
    [
      `(?<!\\bdeclare\\s{1,9})\\b(?:function|const|let|class|var)\\s+${word}\\b`,
      `\\bimport\\b[^;"']{0,400}\\b${word}\\b`,
      // A parameter, or an argument: what is handed over has a declaration somewhere.
      `[(,{]\\s{0,40}${word}\\s{0,9}[,:)}?=]`,
      `:\\s{0,9}${word}\\s{0,9}[,}]`,
    ].join("|"),
  ).test(text);
}

/** Cookies that a recipient's scripts set, read or written by name. */
export function* cookieTraces(text: string, index: TraceIndex): Generator<FoundTrace> {
  if (!index.cookies) return;
  for (const match of text.matchAll(index.cookies)) {
    const [name] = match;
    const recipient = index.cookieOf(name);
    if (recipient && speaksOfCookies(text, match.index, name))
      yield { recipient, how: "cookie", trace: name, at: [match.index, match.index + name.length] };
  }
}

/** A name in quotes may be anything; that it is a cookie's must be said beside it. */
function speaksOfCookies(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return /cookie/i.test(line) || /^["'`]?[^\n]{0,40}cookie/i.test(text.slice(at + name.length, at + name.length + 60));
}
