import type { Language } from "../model/index.js";

/** Words for values of complaints that are themselves words; a value `@mapping` is looked up here, `@text|@list` reads "text or a list". */
const nouns: Readonly<Record<string, Record<Language, string>>> = {
  mapping: { en: "a mapping (key: value)", ru: "отображение (ключ: значение)" },
  list: { en: "a list", ru: "список" },
  text: { en: "text", ru: "текст" },
  quoted: { en: 'text, in quotes: "3.10"', ru: 'текст в кавычках: "3.10"' },
  number: { en: "a number", ru: "число" },
  integer: { en: "a whole number", ru: "целое число" },
  boolean: { en: "true or false", ru: "true или false" },
  nothing: { en: "empty", ru: "пустое значение" },
  alias: { en: "an alias", ru: "ссылка" },
  folder: { en: "folder", ru: "папка" },
  device: { en: "device or pipe", ru: "устройство или канал" },
  source: { en: "subject, device, derived or recipient:<id>", ru: "subject, device, derived или recipient:<id>" },
  ruleId: { en: "the id of a rule, theme/name", ru: "идентификатор правила: тема/имя" },
  cookieName: { en: "the name of a cookie, or a glob", ru: "имя cookie или шаблон" },
};

const or = { en: " or ", ru: " или " } satisfies Record<Language, string>;

export function nounsOf(value: string, language: Language): string {
  if (!value.startsWith("@")) return value;
  const words = value.split("|").map((word) => {
    const name = word.slice(1);
    return Object.hasOwn(nouns, name) ? nouns[name]![language] : name;
  });
  return words.join(or[language]);
}
