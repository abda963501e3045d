import type { Language } from "../../model/index.js";
import { speaker, type Speaker } from "../words/index.js";
import type { Bilingual, TextIndex } from "./page-data.js";

/** Keeps each text once, however often it is said: messages and remedies of thousands of findings are mostly alike. */
export class TextTable {
  readonly texts: Bilingual[] = [];
  readonly #index = new Map<string, TextIndex>();

  add([en, ru]: Bilingual): TextIndex {
    const key = `${en}\u0000${ru}`;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.texts.length);
    return this.texts.push([en, ru]) - 1;
  }
}

const SPEAKERS = { en: speaker("en"), ru: speaker("ru") } as const satisfies Record<Language, Speaker>;

/** The same thing said in both languages. */
export function inBoth(say: (words: Speaker) => string): Bilingual {
  return [say(SPEAKERS.en), say(SPEAKERS.ru)];
}

export function pair({ en, ru }: { readonly en: string; readonly ru: string }): Bilingual {
  return [en, ru];
}
