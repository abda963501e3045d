import type { Word } from "./words.js";

/** A length of time that a sentence names. */
export interface TermFound {
  /** ISO 8601, or business days such as `10bd`. */
  readonly term: string;
  /** Indices of its first and last word. */
  readonly from: number;
  readonly to: number;
}

/** Stems of numerals, in the forms in which terms are given. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...counted("a one two three four five six seven eight nine ten eleven twelve"),
  an: 1,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  ...counted("один двух трех четырех пяти шести семи восьми девяти десяти"),
  ...{ одного: 1, одной: 1, одна: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8 },
  ...{ девять: 9, десять: 10, двенадцати: 12, двенадцать: 12, тридцати: 30, тридцать: 30, шестидесяти: 60 },
  ...{ девяноста: 90, девяносто: 90, семидесяти: 70, пятидесяти: 50, пятьдесят: 50 },
};

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:years?|год|года|году|годов|лет|годам|летнего|летний)$/, "Y"],
  [/^(?:months?|месяц\p{L}{0,3})$/u, "M"],
  [/^(?:weeks?|недел\p{L}{1,3})$/u, "W"],
  [/^(?:days?|дней|день|дня|дням|сутки|суток)$/, "D"],
  [/^(?:hours?|час|часа|часов)$/, "H"],
];

/** Between a number and its unit. */
const BETWEEN =
  /^(?:рабочих|рабочего|рабочие|календарных|календарного|полных|calendar|working|business|full|consecutive)$/;
const WORKING = /^(?:рабочих|рабочего|рабочие|working|business)$/;

/** Terms in a sentence: `3 (three) years`, `не более одного года`, `90 дней`. Half a year counts six months. */
export function termsIn(words: readonly Word[]): TermFound[] {
  const found: TermFound[] = [];
  for (const [index, word] of words.entries()) {
    const count = numberOf(word.text);
    if (count === null || (found.length > 0 && index <= found.at(-1)!.to)) continue;
    let at = index + 1;
    // The number said again in words, and what days are meant.
    while (at < words.length && at <= index + 3 && isBetween(words[at]!, count)) at++;
    const unit = words[at] && UNITS.find(([pattern]) => pattern.test(words[at]!.text))?.[1];
    // A year of the calendar is no term.
    if (!unit || (unit === "Y" && count > 100)) continue;
    const working = words.slice(index + 1, at).some(({ text }) => WORKING.test(text));
    found.push({ term: termOf(count, unit, working), from: index, to: at });
  }
  return found;
}

function isBetween({ text }: Word, count: number): boolean {
  return BETWEEN.test(text) || numberOf(text) === count;
}

function termOf(count: number, unit: string, working: boolean): string {
  if (unit === "D" && working) return `${count}bd`;
  return unit === "H" ? `PT${count}H` : `P${count}${unit}`;
}

function numberOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text) || null;
  return Object.hasOwn(NUMERALS, text) ? NUMERALS[text]! : null;
}

function counted(names: string): Record<string, number> {
  const words = names.split(" ");
  const shift = words[0] === "a" ? 0 : 1;
  return Object.fromEntries(words.map((name, index) => [name, Math.max(1, index + shift)]));
}
