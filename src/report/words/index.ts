import type { Language } from "../../model/index.js";
import { en } from "./en.js";
import type { Phrase } from "./key.js";
import { ru } from "./ru.js";

export type Key = keyof typeof en;

/** All words of the interface. What rules, data types and recipients are called is in the catalogue. */
export const words = { en, ru } as const satisfies Record<Language, Record<Key, Phrase>>;

export interface Speaker {
  readonly language: Language;
  /** A phrase with its placeholders filled; the plural form is chosen by `n`. */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** Whole percents, rounded down so that 100 % means all. */
  percent(part: number, whole: number): string;
}

export function speaker(language: Language): Speaker {
  const plural = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const say: Speaker["say"] = (key, values = {}) => {
    const phrase: Phrase = words[language][key];
    const form = typeof phrase === "string" ? phrase : (phrase[plural.select(Number(values["n"]))] ?? phrase.other);
    return form.replace(/\{(\w+)\}/g, (hole, name: string) => {
      if (!Object.hasOwn(values, name)) return hole;
      const value = values[name]!;
      return typeof value === "number" ? format.format(value) : value;
    });
  };
  const percent = (part: number, whole: number) =>
    new Intl.NumberFormat(language, { style: "percent" }).format(
      whole === 0 ? 1 : Math.floor((part / whole) * 100) / 100,
    );
  return { language, say, number: (value) => format.format(value), percent };
}
