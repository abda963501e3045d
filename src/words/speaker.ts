import type { Language } from "../model/index.js";
import type { Phrase } from "./phrase.js";

export interface Speaker<Key extends string> {
  readonly language: Language;
  /** A phrase with its placeholders filled; the plural form is chosen by `n`. */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  /** Whether there is a phrase of that name. */
  has(key: string): key is Key;
  number(value: number): string;
  /** Whole percents, rounded down so that 100 % means all. */
  percent(part: number, whole: number): string;
}

export function createSpeaker<Key extends string>(
  phrases: Readonly<Record<Key, Phrase>>,
  language: Language,
): Speaker<Key> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return {
    language,
    say: (key, values = {}) => {
      const phrase: Phrase = phrases[key];
      const form = typeof phrase === "string" ? phrase : (phrase[plural.select(Number(values["n"]))] ?? phrase.other);
      return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
        if (!Object.hasOwn(values, name)) return hole;
        const value = values[name]!;
        return typeof value === "number" ? number.format(value) : value;
      });
    },
    has: (key): key is Key => Object.hasOwn(phrases, key),
    number: (value) => number.format(value),
    percent: (part, whole) => percent.format(whole === 0 ? 1 : Math.floor((part / whole) * 100) / 100),
  };
}
