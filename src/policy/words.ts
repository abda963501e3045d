import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as russian } from "@orama/stemmers/russian";

/** A word of a text. */
export interface Word {
  /** In lower case, `ё` written as `е`. */
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const stems = new Map<string, string>();

/** Words of a text in order; a hyphen, a slash and an apostrophe part words. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{Nd}]+/gu)].map((match) => {
    const lower = plain(match[0]);
    return { text: lower, stem: stemOf(lower), start: match.index, end: match.index + match[0].length };
  });
}

/** What all forms of a word share. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = /\p{Script=Cyrillic}/u.test(word) ? russian(word) : english(word);
    stems.set(word, stem);
  }
  return stem;
}

export function plain(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
