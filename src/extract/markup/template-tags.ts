import type { Range } from "../source-text.js";

/** A tag of a template language: `{{ user.email }}`, `<% if (x) { %>`, `{% include "x" %}`. */
export interface TemplateTag {
  readonly range: Range;
  /** What stands between its marks. */
  readonly code: string;
  /** Whether it puts text where it stands; else it controls. */
  readonly prints: boolean;
}

const KINDS = [
  { open: "<%", close: "%>" },
  { open: "{{{", close: "}}}" },
  { open: "{{", close: "}}" },
  { open: "{%", close: "%}" },
  { open: "{#", close: "#}" },
] as const;

/** The tags of a template, in order. Linear: an opening mark that is never closed is looked for once. */
export function templateTags(text: string, only?: readonly string[]): TemplateTag[] {
  const tags: TemplateTag[] = [];
  const open = new Set(KINDS.filter((kind) => !only || only.includes(kind.open)));
  const next = new Map([...open].map((kind) => [kind, text.indexOf(kind.open)]));
  let at = 0;
  for (;;) {
    let first: (typeof KINDS)[number] | null = null;
    for (const kind of open) {
      let found = next.get(kind)!;
      if (found >= 0 && found < at) next.set(kind, (found = text.indexOf(kind.open, at)));
      if (found < 0) open.delete(kind);
      else if (!first || found < next.get(first)!) first = kind;
    }
    if (!first) return tags;
    const start = next.get(first)!;
    const end = text.indexOf(first.close, start + first.open.length);
    if (end < 0) {
      open.delete(first);
      continue;
    }
    at = end + first.close.length;
    const code = text.slice(start + first.open.length, end);
    tags.push({ range: [start, at], code, prints: isPrinting(first.open, code) });
  }
}

function isPrinting(open: string, code: string): boolean {
  if (open === "<%") return /^[=-]/.test(code);
  if (open === "{{") return !/^[~!#/^>]|^\s*(?:else|end)\b/.test(code);
  return open === "{{{";
}

/**
 * The text with its tags replaced by as many characters: spaces for what controls, `filler` for what prints, so that an attribute keeps a
 * value where it has one.
 */
export function withoutTags(text: string, tags: readonly TemplateTag[], filler: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, prints } of tags) {
    parts.push(text.slice(at, range[0]), (prints ? filler : " ").repeat(range[1] - range[0]));
    at = range[1];
  }
  parts.push(text.slice(at));
  return parts.join("");
}
