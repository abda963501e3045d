import type { Phrase } from "../../report/index.js";
import type { en } from "./en.js";

export const ru = {
  "progress.discover": "Ищу файлы",
  "progress.read": "Прочитано {done} из {total} файлов",
  "progress.link": "Связываю прочитанное",
  "progress.check": "Проверяю",

  "error.label": "ошибка",
  "error.map": {
    one: "В карте данных {n} ошибка",
    few: "В карте данных {n} ошибки",
    many: "В карте данных {n} ошибок",
    other: "В карте данных {n} ошибки",
  },
  "error.hint": "подсказка",
  "error.catalog": "Файл, дополняющий каталог, использовать нельзя.",
  "error.missing": "Нет файла или папки {path}.",
  "error.empty": "Проверять нечего: в {path} нет файлов, которые читает Opis.",
  "error.empty-hint":
    "Тесты, результаты сборки, зависимости и всё, что названо в .gitignore и .opisignore, проверяется, только если указать путь явно.",
  "error.command": "Возможно, имелась в виду команда {command}?",
  "error.command-first": "Команду нужно писать первой: {command} ...",
  "error.write": "Не удалось записать {file}: {reason}",
  "error.exists": "Файл {file} уже есть.",
  "error.exists-hint": "--force перезапишет его; -o ФАЙЛ запишет в другое место, -o - выведет на экран.",
  "error.no-map": "Нет карты данных: ни opis.yaml, ни opis.yml в {folder} и выше, до корня репозитория.",
  "error.no-map-hint": "`opis init` составит черновик по коду; --map ФАЙЛ укажет другой файл.",
  "error.incomplete": {
    one: "Проверка неполна: {n} файл из области проверки не проанализирован или разобран частично.",
    few: "Проверка неполна: {n} файла из области проверки не проанализированы или разобраны частично.",
    many: "Проверка неполна: {n} файлов из области проверки не проанализированы или разобраны частично.",
    other: "Проверка неполна: {n} файла из области проверки не проанализированы или разобраны частично.",
  },
  "error.two-stdout": "На экран выводится только один формат; для остальных укажите файл: -f {format}=ФАЙЛ",
  "error.format": "Формата {format} нет. Форматы: {formats}.",
  "error.format-file": "В -f {format}= не указан файл.",
  "error.nearest": "Возможно, имелось в виду: {list}?",
  "error.interrupted": "Остановлено.",

  "defect.title": "Сбой в самом Opis. Это ошибка Opis, а не вашего кода или карты.",
  "defect.report": "Пожалуйста, сообщите о ней, приложив эти строки и, если можно, названный в них файл:",

  "ci.github": "GitHub Actions: находки отмечены и в изменённых файлах; с -f terminal останется только отчёт.",
  "ci.gitlab": "GitLab CI: отчёт записан и для Code Quality; с -f terminal останется только этот.",
  wrote: "Записан {file}",

  "baseline.missing": "Файла принятых находок {file} нет.",
  "baseline.unreadable": "Файл принятых находок {file} не читается: {detail}",
  "baseline.not-json": "Файл принятых находок {file} — не JSON: {detail}",
  "baseline.version": "Файл принятых находок {file} версии {detail}, эта версия Opis такую не знает.",
  "baseline.shape": "Файл принятых находок {file} повреждён: {detail}",
  "baseline.hint": "`opis baseline` запишет его заново.",
  "baseline.wrote": {
    one: "Записан {file}: принята {n} находка.",
    few: "Записан {file}: приняты {n} находки.",
    many: "Записан {file}: принято {n} находок.",
    other: "Записан {file}: принято {n} находки.",
  },
  "baseline.pruned": {
    one: "Из {file} убрана {n} находка, которой больше нет.",
    few: "Из {file} убраны {n} находки, которых больше нет.",
    many: "Из {file} убрано {n} находок, которых больше нет.",
    other: "Из {file} убрано {n} находки, которых больше нет.",
  },
  "baseline.nothing": "Из {file} убирать нечего: все находки в нём по-прежнему есть.",

  "git.no-git": "git не установлен или не найден.",
  "git.no-repository": "{detail} не входит ни в один репозиторий git.",
  "git.other-owner": "git не доверяет репозиторию вокруг {detail}: он принадлежит другому пользователю.",
  "git.other-owner-hint": "Если вы ему доверяете: git config --global --add safe.directory ПАПКА",
  "git.unknown-commit": "git не знает коммита {detail}.",
  "git.unknown-commit-hint": "Укажите ветку, метку или коммит: origin/main, v1.2.0, HEAD~3. Загружен ли он?",
  "git.unknown-commit-shallow": "git не знает коммита {detail}, а клон неполный: история обрезана.",
  "git.unknown-commit-shallow-hint": "Загрузите всю историю: git fetch --unshallow, в CI — fetch-depth: 0.",
  "git.no-base-shallow": "Не определить, где история разошлась с {detail}: клон неполный, история обрезана.",
  "git.no-base-shallow-hint": "Загрузите всю историю: git fetch --unshallow, в CI — fetch-depth: 0.",
  "git.failed": "Сбой git: {detail}",

  "explain.unknown": "Здесь нет ничего с именем {what}: ни правила, ни поля описи, ни места с полем или находкой.",
  "explain.example":
    "Укажите правило (их перечисляет opis rules), поле (их перечисляет opis inventory) или ФАЙЛ:СТРОКА.",
  "explain.nearest": "Возможно, имелось в виду: {list}?",
  "explain.more": {
    one: "Ещё {n} поле с таким именем: {list}",
    few: "Ещё {n} поля с таким именем: {list}",
    many: "Ещё {n} полей с таким именем: {list}",
    other: "Ещё {n} поля с таким именем: {list}",
  },
  "rules.unknown": "Темы {theme} нет. Темы: {themes}.",
  "init.nothing": "Персональных данных не найдено, описывать нечего.",
  "init.wrote": {
    one: "Записан {file}: в нём описано {n} поле из кода.",
    few: "Записан {file}: в нём описано {n} поля из кода.",
    many: "Записан {file}: в нём описано {n} полей из кода.",
    other: "Записан {file}: в нём описано {n} поля из кода.",
  },
  "init.questions":
    "Категории в нём предложены, а цели обработки, правовые основания и сроки хранения — вопросы, на которые отвечаете вы.",
  "init.next":
    "Дальше: ответьте на вопросы в {file} и запустите {command}; проверка укажет на то, что осталось открытым.",
  "init.merge": "Названия и категории сняты с кода: просмотрите их вместе с тем, кто отвечает за данные.",
} as const satisfies Record<keyof typeof en, Phrase>;
