import type { Catalog } from "../../model/index.js";

/** The words of `rules/catalog/flows.yaml`, each class a set. */
export interface FlowWords {
  has(wordClass: string, word: string): boolean;
}

const made = new WeakMap<Catalog, FlowWords>();
const NOTHING: ReadonlySet<string> = new Set();

export function flowWords(catalog: Catalog): FlowWords {
  let words = made.get(catalog);
  if (!words) {
    const classes = new Map(Object.entries(catalog.flows).map(([name, lines]) => [name, new Set(lines.flat())]));
    words = { has: (wordClass, word) => (classes.get(wordClass) ?? NOTHING).has(word) };
    made.set(catalog, words);
  }
  return words;
}

/** Words of an identifier in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(Boolean);
}
