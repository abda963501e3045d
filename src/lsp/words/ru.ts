import type { Phrase } from "../../words/index.js";
import type { en } from "./en.js";

export const ru = {
  "hover.category": "Категория",
  "hover.purposes": "Цели обработки",
  "hover.subjects": "Субъекты",
  "hover.retention": "Срок хранения",
  "hover.clause": "Пункт",
  "hover.entry": "Объявлено в",
  "hover.undeclared": "В карте данных это поле не объявлено.",
  "hover.not-personal": "Объявлено не персональными данными: {reason}",
  "hover.reference": "Указывает на субъекта: своей записи не требует.",
  "hover.unsure": "Слишком неопределённо, чтобы требовать записи.",
  "hover.todo": "Что делать",
  "hover.places": { one: "Собирается в {n} месте.", other: "Собирается в {n} местах." },
  "fix.declare": "Объявить {field} в {file}",
  "fix.deny": "{field} — не персональные данные, потому что …",
  "fix.suppress": "Подавить {rule} с указанием причины",
  "reason.deny": "укажите, почему это не персональные данные",
  "reason.suppress": "укажите причину",
  question: "? для чего",
  "log.ready": "Проверяются файлы ({files}) в {root}.",
  "log.nothing": "В {root} нечего проверять: {reason}",
  "log.defect": "Дефект Opis: {reason}",
} as const satisfies Record<keyof typeof en, Phrase>;
