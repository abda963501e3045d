/** Where in the text of a map a position is, told line by line so that it can be told of a text that is being written. */
export interface MapSpot {
  /** Top-level key it stands under. */
  readonly section: string | null;
  /** Keys from the section down to the one whose value is written; the last is nearest. */
  readonly keys: readonly string[];
  /** Whether a key is being written, not a value. */
  readonly atKey: boolean;
  /** What is written of the word so far, and where it begins in the line. */
  readonly word: string;
  readonly from: number;
}

const WORD = /[\p{L}\p{N}_./@:#*-]*$/u;

export function spotAt(lines: readonly string[], line: number, character: number): MapSpot {
  const before = (lines[line] ?? "").slice(0, character);
  const word = WORD.exec(before)?.[0] ?? "";
  const from = before.length - word.length;
  const lead = before.slice(0, from);
  const indent = indentOf(before);
  const above = keysAbove(lines, line, indent);
  const inline = openKey(lead);
  const value = inline !== null && (inline.flow || inline.open);
  const keys = value ? [...above, ...inline.path] : above;
  const atKey = !value && /^[\s-]*["']?$/.test(lead);
  return { section: keys[0] ?? null, keys, atKey, word, from };
}

/** The whole word at a position. */
export function wordAt(text: string, character: number): string {
  const before = WORD.exec(text.slice(0, character))?.[0] ?? "";
  const after = /^[\p{L}\p{N}_./@:#*-]*/u.exec(text.slice(character))?.[0] ?? "";
  return (before + after).replace(/:$/, "");
}

/** Keys of the lines that a line stands under, outermost first. */
function keysAbove(lines: readonly string[], line: number, indent: number): string[] {
  const keys: string[] = [];
  let limit = indent;
  for (let at = line - 1; at >= 0 && (limit > 0 || keys.length === 0); at--) {
    const text = lines[at] ?? "";
    if (/^\s*(?:#|$)/.test(text)) continue;
    const own = indentOf(text);
    const key = /^\s*(?:- +)*([\w$"'.-]+?)["']?:(?:\s|$)/.exec(text)?.[1];
    const isList = /^\s*-/.test(text);
    if (key === undefined || (isList ? own >= limit && limit > 0 : own >= limit && limit > 0)) continue;
    if (limit === 0 && own > 0) continue;
    if (limit === 0) break;
    keys.unshift(key.replace(/^["']/, ""));
    limit = isList ? Math.max(own, 1) : own;
  }
  return keys;
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)![0].length;
}

interface OpenKey {
  readonly path: readonly string[];
  /** Within braces or brackets. */
  readonly flow: boolean;
  /** The value has begun: nothing but its own words follows the colon. */
  readonly open: boolean;
}

/** The key on the same line whose value a position is in: `{ match: a, purposes: [b, ` is in `purposes`. */
function openKey(lead: string): OpenKey | null {
  const outer = /^[\s-]*([\w$.-]+):\s/.exec(lead)?.[1];
  const inner = [...lead.matchAll(/[{,]\s*([\w$.-]+):\s*(?:\[[^\]]*|[^,{}[\]]*)$/g)].at(-1)?.[1];
  const rest = outer === undefined ? "" : lead.replace(/^[\s-]*[\w$.-]+:\s/, "");
  const open = outer !== undefined && /^\s*(?:\[[^\]]*|["']?)$/.test(rest);
  if (outer === undefined && inner === undefined) return null;
  const path = [...(outer !== undefined ? [outer] : []), ...(inner !== undefined ? [inner] : [])];
  return { path, flow: inner !== undefined, open };
}
