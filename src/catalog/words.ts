import type { Catalog, FindingFact, FindingValue, Language, Rule, Words } from "../model/index.js";

export type RuleText = "title" | "message" | "explanation" | "remedy";

const PLACEHOLDER = /\{(\w+)\}/g;

/** Placeholders whose values are ids of the catalogue, and what is shown for them. */
const TITLES: Readonly<Record<string, (catalog: Catalog, id: string) => Words | undefined>> = {
  dataType: ({ dataTypes }, id) => lowered(dataTypes.get(id)?.title),
  items: ({ dataTypes }, id) => lowered(dataTypes.get(id)?.title),
  recipient: ({ recipients }, id) => recipients.get(id)?.title,
  act: ({ law }, id) => law.get(id)?.act,
};

/** Titles of data types stand within a sentence; abbreviations keep their capitals. */
function lowered(title: Words | undefined): Words | undefined {
  const lower = (text: string): string =>
    /^\p{Lu}(?!\p{Lu})/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
  return title && { en: lower(title.en), ru: lower(title.ru) };
}

/**
 * A rule's text with its placeholders filled from a finding's data. Without data (`opis explain RULE`) placeholders show as `<name>`.
 */
export function ruleText(
  catalog: Catalog,
  rule: Rule,
  text: RuleText,
  language: Language,
  data: FindingFact["data"] | null = null,
): string {
  const value = (name: string): string | null => {
    if (!data) return `<${name}>`;
    return Object.hasOwn(data, name)
      ? shown(data[name]!, (one) => valueWords(catalog, rule, name, one, language))
      : null;
  };
  const plain = (words: string): string => words.replace(PLACEHOLDER, (whole, name: string) => value(name) ?? whole);
  // Words of a value may hold placeholders of their own; what comes from scanned code is never filled again.
  return rule[text][language].replace(PLACEHOLDER, (whole, name: string) => {
    const words = data && Object.hasOwn(data, name) ? ownWords(rule, name, data[name]!, language) : null;
    return words === null ? (value(name) ?? whole) : plain(words);
  });
}

/** Names of the placeholders that a text, or the words of the values it shows, ask for. */
export function placeholdersOf(words: string): string[] {
  return [...words.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

function ownWords(rule: Rule, name: string, value: FindingValue, language: Language): string | null {
  if (typeof value === "object" || !Object.hasOwn(rule.values, name)) return null;
  const words = rule.values[name]!;
  return Object.hasOwn(words, value) ? words[String(value)]![language] : null;
}

function valueWords(catalog: Catalog, rule: Rule, name: string, value: string | number, language: Language): string {
  const own = ownWords(rule, name, value, language);
  if (own !== null) return own;
  const title = Object.hasOwn(TITLES, name) ? TITLES[name]!(catalog, String(value)) : undefined;
  return title?.[language] ?? String(value);
}

function shown(value: FindingValue, words: (one: string | number) => string): string {
  return typeof value === "object" ? value.map(words).join(", ") : words(value);
}
