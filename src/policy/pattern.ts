import { plain, stemOf, type Word } from "./words.js";

/**
 * Words in the order in which a sentence has them. A word stands for all its forms; `word*` for every word that begins so; `=word` for this form
 * alone; `a/b` for either; `!a/b` for nothing, where the word before is neither; `word?` may be left out; `…` stands for up to six other words; ` & ` joins parts that may come in any order.
 */
export interface Pattern {
  readonly parts: readonly (readonly Item[])[];
}

type Item =
  | { readonly kind: "gap" }
  | { readonly kind: "word"; readonly optional: boolean; readonly any: readonly Form[] }
  | { readonly kind: "not-after"; readonly any: readonly Form[] };

interface Form {
  readonly how: "stem" | "prefix" | "exact";
  readonly text: string;
}

/** What a sentence holds, to leave most patterns untried. */
export interface Held {
  readonly stems: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}

export function heldBy(words: readonly Word[]): Held {
  return { stems: new Set(words.map(({ stem }) => stem)), texts: new Set(words.map(({ text }) => text)) };
}

/** Whether a sentence holds all the words that a pattern cannot do without. */
export function mayMatch({ parts }: Pattern, { stems, texts }: Held): boolean {
  const has = ({ how, text }: Form): boolean => how === "prefix" || (how === "stem" ? stems : texts).has(text);
  return parts.every((part) => part.every((one) => one.kind !== "word" || one.optional || one.any.some(has)));
}

/** From the first word to the last of what was found. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

const LONGEST_GAP = 6;

export function parsePattern(text: string): Pattern {
  return { parts: text.split(" & ").map((part) => part.trim().split(/\s+/).map(item)) };
}

function item(text: string): Item {
  if (text === "…" || text === "...") return { kind: "gap" };
  if (text.startsWith("!")) return { kind: "not-after", any: text.slice(1).split("/").map(form) };
  const optional = text.endsWith("?");
  const forms = (optional ? text.slice(0, -1) : text).split("/").map(form);
  return { kind: "word", optional, any: forms };
}

function form(text: string): Form {
  const word = plain(text);
  if (word.endsWith("*")) return { how: "prefix", text: word.slice(0, -1) };
  if (word.startsWith("=")) return { how: "exact", text: word.slice(1) };
  return { how: "stem", text: stemOf(word) };
}

/** Where the pattern is found first, at or after a word; null when it is not. */
export function findPattern({ parts }: Pattern, words: readonly Word[], after = 0): Match | null {
  let from = Infinity;
  let to = -1;
  for (const part of parts) {
    const match = findPart(part, words, parts.length > 1 ? 0 : after);
    if (!match) return null;
    from = Math.min(from, match.from);
    to = Math.max(to, match.to);
  }
  return { from, to };
}

function findPart(items: readonly Item[], words: readonly Word[], after: number): Match | null {
  for (let from = after; from < words.length; from++) {
    const to = matchAt(items, 0, words, from);
    if (to !== null && to > from) return { from, to: to - 1 };
  }
  return null;
}

/** Index after the last word matched. Gaps are short and few, so that trying their lengths stays cheap. */
function matchAt(items: readonly Item[], index: number, words: readonly Word[], at: number): number | null {
  const current = items[index];
  if (!current) return at;
  if (current.kind === "not-after") {
    const before = words[at - 1];
    return before && current.any.some((one) => fits(one, before)) ? null : matchAt(items, index + 1, words, at);
  }
  if (current.kind === "gap") {
    for (let length = 0; length <= LONGEST_GAP && at + length <= words.length; length++) {
      const end = matchAt(items, index + 1, words, at + length);
      if (end !== null) return end;
    }
    return null;
  }
  const word = words[at];
  if (word && current.any.some((one) => fits(one, word))) {
    const end = matchAt(items, index + 1, words, at + 1);
    if (end !== null) return end;
  }
  return current.optional ? matchAt(items, index + 1, words, at) : null;
}

function fits({ how, text }: Form, word: Word): boolean {
  if (how === "stem") return word.stem === text;
  return how === "prefix" ? word.text.startsWith(text) : word.text === text;
}
