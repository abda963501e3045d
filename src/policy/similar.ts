import { wordsOf } from "./words.js";

/** Words too common to tell texts apart are shorter. */
const TELLING = 4;

/** How much of a phrase, by the stems of its telling words, a text holds: from 0 to 1; 0 for a phrase without such words. */
export function sharedWords(phrase: string, text: string): number {
  const wanted = new Set(wordsOf(phrase).flatMap(({ text: word, stem }) => (word.length >= TELLING ? [stem] : [])));
  if (wanted.size === 0) return 0;
  const held = new Set(wordsOf(text).map(({ stem }) => stem));
  return [...wanted].filter((stem) => held.has(stem)).length / wanted.size;
}
