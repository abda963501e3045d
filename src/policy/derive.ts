import { datesIn } from "./dates.js";
import { findPattern, type Match } from "./pattern.js";
import type { Reading } from "./recognise.js";
import { termsIn } from "./terms.js";
import type { Vocabulary, Wording } from "./vocabulary.js";

type Source = (match: Match, reading: Reading, vocabulary: Vocabulary) => readonly string[];

/** Values of the vocabulary that stand for something read from the sentence. */
const SOURCES: Readonly<Record<string, Source>> = {
  /** Every term in the sentence. */
  "<term>": (_, { words }) => termsIn(words).map(({ term }) => term),
  /** Every country named; a service in one is often told with its city, which is not known here. */
  "<country>": (_, { words }, { countries }) =>
    countries.filter(({ patterns }) => patterns.some((pattern) => findPattern(pattern, words))).map(({ code }) => code),
  "<age>": (match, { words }) =>
    words
      .slice(Math.max(0, match.from - 2), match.to + 8)
      .map(({ text }) => text)
      .filter((text) => /^(?:1[0-9]|2[01])$/.test(text))
      .slice(0, 1),
  /** The day that stands right after the words found, or between them. */
  "<date>": (match, { text, words }) => {
    const [from, to] = [words[match.from]!.start, words[match.to]!.end];
    const near = datesIn(text).find(({ start, end }) => start >= from - 1 && (start <= to + NEAR || end <= to));
    return near ? [near.date] : [];
  },
  "<number>": (match, { text, words }) => {
    const number = /^[^\p{L}\p{Nd}]{0,4}(?:№|no\.?|n)?\s{0,2}(\d{1,3}(?:\.\d{1,3}){0,2})\b(?![./-]?\d)/iu.exec(
      text.slice(words[match.to]!.end),
    );
    return number ? [number[1]!] : [];
  },
  "<email>": (_, { text }) =>
    [...text.matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g)].map(([email]) => email.toLowerCase()),
  "<digits>": (match, { text, words }) => {
    const digits = /^[^\p{L}\p{Nd}]{0,6}(\d[\d ]{8,17}\d)/u.exec(text.slice(words[match.to]!.end));
    return digits ? [digits[1]!.replaceAll(" ", "")] : [];
  },
};

/** Characters between a cue and its date: `(ред. № 3) от`. */
const NEAR = 16;

/** The values that a wording, once found, states. */
export function derive({ value }: Wording, match: Match, reading: Reading, vocabulary: Vocabulary): readonly string[] {
  const source = Object.hasOwn(SOURCES, value) ? SOURCES[value] : undefined;
  return source ? source(match, reading, vocabulary) : [value];
}
