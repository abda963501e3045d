import type { Wording } from "./complaint-words.js";

/** What can be wrong with the shape of a map, and with the joining of several files. */
export const shapeWords = {
  "unknown-key": {
    en: { problem: "there is no key `{key}` here", expected: "{keys}", remedy: "Correct the key or remove it." },
    ru: { problem: "ключа `{key}` здесь нет", expected: "{keys}", remedy: "Исправьте ключ или удалите его." },
  },
  "missing-key": {
    en: { problem: "`{key}` is missing", expected: "{key}: {meaning}", remedy: "Add `{key}:`." },
    ru: { problem: "нет ключа `{key}`", remedy: "Добавьте `{key}:`." },
  },
  "wrong-type": {
    en: { problem: "is {actual}", expected: "{expected}", remedy: "Write {expected} here." },
    ru: { problem: "это {actual}", expected: "{expected}", remedy: "Напишите здесь {expected}." },
  },
  "yes-no": {
    en: { problem: "`{value}` is text in YAML 1.2", expected: "true or false", remedy: "Write `{instead}`." },
    ru: { problem: "`{value}` в YAML 1.2 — текст", expected: "true или false", remedy: "Напишите `{instead}`." },
  },
  country: {
    en: {
      problem: "`{value}` is no country code",
      expected: "two letters of ISO 3166-1, e.g. RU",
      remedy: "Write the code of the country; `ZZ` while it is not known.",
    },
    ru: {
      problem: "`{value}` — не код страны",
      expected: "две буквы ISO 3166-1, например RU",
      remedy: "Укажите код страны; `ZZ`, пока она не известна.",
    },
  },
  "country-boolean": {
    en: {
      problem: "`{value}` was read as true or false, not as a country",
      expected: "two letters of ISO 3166-1",
      remedy: 'Put the code in quotes: "NO".',
    },
    ru: {
      problem: "`{value}` прочитано как логическое значение, а не страна",
      expected: "две буквы ISO 3166-1",
      remedy: 'Возьмите код в кавычки: "NO".',
    },
  },
  date: {
    en: {
      problem: "`{value}` is no date",
      expected: "a day that exists, as 2025-09-01",
      remedy: "Write year, month and day.",
    },
    ru: {
      problem: "`{value}` — не дата",
      expected: "существующий день, например 2025-09-01",
      remedy: "Напишите год, месяц и день.",
    },
  },
  duration: {
    en: {
      problem: "`{value}` is no duration",
      expected: "ISO 8601 (P3Y, P1M15D, PT12H), business days (10bd) or session",
      remedy: "Write the term in one of these forms.",
    },
    ru: {
      problem: "`{value}` — не срок",
      expected: "ISO 8601 (P3Y, P1M15D, PT12H), рабочие дни (10bd) или session",
      remedy: "Запишите срок в одном из этих видов.",
    },
  },
  version: {
    en: {
      problem: "`{value}` is no version of the format that this opis knows",
      expected: "1",
      remedy: "Write `version: 1`, or update opis.",
    },
    ru: {
      problem: "версия формата `{value}` не известна",
      expected: "1",
      remedy: "Напишите `version: 1` или обновите opis.",
    },
  },
  choice: {
    en: { problem: "`{value}` is not one of the values", expected: "{values}", remedy: "Choose one of them." },
    ru: { problem: "значения `{value}` нет среди возможных", expected: "{values}", remedy: "Выберите одно из них." },
  },
  "rule-setting": {
    en: {
      problem: "`{value}` cannot stand alone",
      expected: "{values}, or { severity, because }",
      remedy: "To turn the rule off, give the reason: { severity: off, because: ... }.",
    },
    ru: {
      problem: "`{value}` нельзя указать само по себе",
      expected: "{values} или { severity, because }",
      remedy: "Чтобы отключить правило, назовите причину: { severity: off, because: ... }.",
    },
  },
  id: {
    en: {
      problem: "`{value}` is no id",
      expected: "letters, digits, `_`, `-`, `.`; a letter or digit first",
      remedy: "Rename it.",
    },
    ru: {
      problem: "`{value}` — не идентификатор",
      expected: "буквы, цифры, `_`, `-`, `.`; сначала буква или цифра",
      remedy: "Переименуйте.",
    },
  },
  pattern: {
    en: { problem: "`{value}` does not have the right form", expected: "{meaning}", remedy: "Correct the value." },
    ru: { problem: "`{value}` записано не в том виде", expected: "{meaning}", remedy: "Исправьте значение." },
  },
  range: {
    en: { problem: "`{value}` is out of range", expected: "{bound}", remedy: "Correct the number." },
    ru: { problem: "`{value}` вне допустимых пределов", expected: "{bound}", remedy: "Исправьте число." },
  },
  "empty-value": {
    en: { problem: "is empty", expected: "at least one value", remedy: "Fill it in, or remove the key." },
    ru: { problem: "пусто", expected: "хотя бы одно значение", remedy: "Заполните или удалите ключ." },
  },
  "include-nothing": {
    en: {
      problem: "`{pattern}` matches no file",
      expected: "a path or glob relative to this file",
      remedy: "Correct the pattern or remove it.",
    },
    ru: {
      problem: "`{pattern}`: нет таких файлов",
      expected: "путь или шаблон относительно этого файла",
      remedy: "Исправьте шаблон или удалите его.",
    },
  },
  "include-outside": {
    en: {
      problem: "`{pattern}` leads out of the folder of the audit",
      expected: "files under {folder}",
      remedy: "Move the file inside.",
    },
    ru: {
      problem: "`{pattern}` ведёт за пределы папки аудита",
      expected: "файлы внутри {folder}",
      remedy: "Перенесите файл внутрь.",
    },
  },
  "include-cycle": {
    en: {
      problem: "`{pattern}` includes {file}, which is being read already",
      remedy: "Leave that file out of the pattern.",
    },
    ru: { problem: "`{pattern}` включает {file}, который уже читается", remedy: "Исключите этот файл из шаблона." },
  },
  "include-too-many": {
    en: { problem: "more than {limit} files are included", remedy: "Narrow the patterns, or join files." },
    ru: { problem: "включено более {limit} файлов", remedy: "Сузьте шаблоны или объедините файлы." },
  },
  "defined-twice": {
    en: {
      problem: "`{key}` is defined here and at {related}",
      expected: "one definition in all included files",
      remedy: "Join the two, or rename one.",
    },
    ru: {
      problem: "`{key}` определён здесь и в {related}",
      expected: "одно определение на все включённые файлы",
      remedy: "Объедините записи или переименуйте одну.",
    },
  },
} satisfies Record<string, Wording>;
