import type { Wording } from "./complaint-words.js";

/** What can be wrong with a file of the map, and with its YAML. */
export const fileWords = {
  "not-found": {
    en: { problem: "there is no such file", remedy: "Check the path, or draft a map with `opis init`." },
    ru: { problem: "такого файла нет", remedy: "Проверьте путь или составьте черновик карты: `opis init`." },
  },
  "not-a-file": {
    en: { problem: "is a {what}, not a file", remedy: "Name the YAML file of the map itself." },
    ru: { problem: "это не файл ({what})", remedy: "Укажите сам YAML-файл карты." },
  },
  unreadable: {
    en: { problem: "cannot be read ({reason})", remedy: "Check the permissions of the file." },
    ru: { problem: "файл не читается ({reason})", remedy: "Проверьте права на файл." },
  },
  "too-large": {
    en: {
      problem: "is {size} MB long",
      expected: "at most {limit} MB a file",
      remedy: "Split the map: keep `version` and `controller` here and move sections to files named under `include:`.",
    },
    ru: {
      problem: "размер файла {size} МБ",
      expected: "не более {limit} МБ на файл",
      remedy:
        "Разделите карту: оставьте здесь `version` и `controller`, а разделы вынесите в файлы, указанные в `include:`.",
    },
  },
  encoding: {
    en: { problem: "is not valid UTF-8 here", expected: "text in UTF-8", remedy: "Save the file as UTF-8." },
    ru: { problem: "здесь не UTF-8", expected: "текст в кодировке UTF-8", remedy: "Сохраните файл в UTF-8." },
  },
  binary: {
    en: { problem: "holds binary data", expected: "YAML text", remedy: "Name the YAML file of the map." },
    ru: { problem: "содержит двоичные данные", expected: "текст YAML", remedy: "Укажите YAML-файл карты." },
  },
  empty: {
    en: { problem: "is empty", expected: "a data map", remedy: "Write the map, or draft it with `opis init`." },
    ru: {
      problem: "файл пуст",
      expected: "карта данных",
      remedy: "Заполните карту или составьте черновик: `opis init`.",
    },
  },
  "not-yaml": {
    en: {
      problem: "is not valid YAML: {detail}",
      remedy: "Mend the YAML at this place; what follows may be a consequence.",
    },
    ru: {
      problem: "нарушен синтаксис YAML: {detail}",
      remedy: "Исправьте YAML в этом месте; остальное может быть следствием.",
    },
  },
  tab: {
    en: {
      problem: "a tab is used as indentation",
      expected: "spaces",
      remedy: "Replace the tab with spaces: YAML allows no other.",
    },
    ru: {
      problem: "отступ сделан табуляцией",
      expected: "пробелы",
      remedy: "Замените табуляцию пробелами: YAML допускает только их.",
    },
  },
  "too-deep": {
    en: {
      problem: "is nested more than {limit} levels deep",
      remedy: "A map needs no more than ten; check the brackets and dashes here.",
    },
    ru: {
      problem: "вложенность больше {limit} уровней",
      remedy: "Карте хватает десяти; проверьте скобки и дефисы в этом месте.",
    },
  },
  "many-documents": {
    en: {
      problem: "a second YAML document begins here",
      expected: "one document a file",
      remedy: "Remove the `---`, or move this part to a file of its own and name it under `include:`.",
    },
    ru: {
      problem: "здесь начинается второй документ YAML",
      expected: "один документ в файле",
      remedy: "Уберите `---` или вынесите эту часть в отдельный файл и укажите его в `include:`.",
    },
  },
  "not-a-map": {
    en: {
      problem: "holds {actual}",
      expected: "sections such as `version:`, `controller:`, `fields:`",
      remedy: "Check that this is the data map; `opis init` drafts one.",
    },
    ru: {
      problem: "содержит {actual}",
      expected: "разделы вида `version:`, `controller:`, `fields:`",
      remedy: "Проверьте, что это карта данных; черновик составит `opis init`.",
    },
  },
  "duplicate-key": {
    en: {
      problem: "`{key}` is written twice; first at {related}",
      expected: "every key once",
      remedy: "Join the two, or rename one.",
    },
    ru: {
      problem: "ключ `{key}` повторяется; впервые: {related}",
      expected: "каждый ключ один раз",
      remedy: "Объедините записи или переименуйте одну.",
    },
  },
  "merge-key": {
    en: {
      problem: "`<<` is a merge key, which YAML 1.2 does not have",
      remedy: "Write the keys out here; an alias (`*name`) may stand for a whole value.",
    },
    ru: {
      problem: "`<<` — ключ слияния, которого нет в YAML 1.2",
      remedy: "Выпишите ключи здесь; ссылка (`*имя`) может заменять только значение целиком.",
    },
  },
  "complex-key": {
    en: { problem: "the key is {actual}", expected: "a word", remedy: "Put the key in quotes, or mend the YAML here." },
    ru: { problem: "ключ — {actual}", expected: "слово", remedy: "Возьмите ключ в кавычки или исправьте YAML." },
  },
  tag: {
    en: { problem: "the tag `{tag}` means nothing in a data map", remedy: "Remove the tag; put text in quotes." },
    ru: { problem: "тег `{tag}` в карте данных не имеет смысла", remedy: "Уберите тег; текст возьмите в кавычки." },
  },
  "unknown-anchor": {
    en: {
      problem: "the alias `*{name}` has no anchor `&{name}` before it",
      remedy: "Put the value in quotes if it is text, or set the anchor above.",
    },
    ru: {
      problem: "для ссылки `*{name}` выше нет якоря `&{name}`",
      remedy: "Если это текст, возьмите его в кавычки; иначе поставьте якорь выше.",
    },
  },
  "alias-loop": {
    en: { problem: "the alias `*{name}` stands inside its own anchor", remedy: "Write the value out." },
    ru: { problem: "ссылка `*{name}` стоит внутри собственного якоря", remedy: "Выпишите значение." },
  },
  "alias-bomb": {
    en: {
      problem: "aliases unfold to more than {limit} values",
      remedy: "Write the values out; aliases of aliases grow without bound.",
    },
    ru: {
      problem: "ссылки разворачиваются более чем в {limit} значений",
      remedy: "Выпишите значения: ссылки на ссылки растут без предела.",
    },
  },
} satisfies Record<string, Wording>;
