import type { Language } from "../model/index.js";
import type { LikelyPurpose } from "./draft-purposes.js";

/** What a draft asks people. Titles begin with a question mark: the rules take such text for an open question. */
export interface DraftWords {
  readonly header: readonly string[];
  readonly controllerName: string;
  readonly controller: string;
  readonly categories: string;
  readonly special: string;
  readonly freeText: string;
  readonly purposes: string;
  readonly purposeTitles: Readonly<Record<DraftPurpose, string>>;
  /** Of purposes that somebody has confirmed. */
  readonly likelyTitles: Readonly<Record<LikelyPurpose, string>>;
  readonly stores: string;
  /** Of a map drafted from a Fides manifest. */
  readonly fides: {
    readonly header: readonly string[];
    readonly country: string;
    readonly stores: string;
    readonly fields: string;
  };
  readonly minors: string;
  readonly subjects: string;
  readonly bases: string;
  readonly retention: string;
  readonly period: string;
  readonly start: string;
  readonly action: string;
  readonly fields: string;
  readonly recipients: string;
  readonly cookies: string;
}

/** Purposes a draft sorts fields into: what people give, what their devices give away, and what must not be collected without an exemption. */
export type DraftPurpose = "service" | "site" | "special_data";

export const draftWords = {
  en: {
    header: [
      "Data map: what personal data this code collects, what for, on what basis and how long.",
      "Drafted from the code by `opis init`. Every `?` is a question to people; `opis audit` repeats those still open.",
    ],
    controllerName: "? Registered name of the controller",
    controller: "? Who decides why and how the data are processed",
    categories: "Proposed from what was found in the code.",
    special:
      "? Special data (152-FZ art. 10 and 11, GDPR art. 9): stop collecting, or state the exemption under `specialExemptions:`",
    freeText:
      "? People write freely here: name the code that masks what should not be kept, as `masking: path#function`",
    purposes: "? Name the real purposes, as many as there are, and split the fields among them.",
    purposeTitles: {
      service: "? What are the data that people give used for",
      site: "? What are cookies and data of devices used for",
      special_data: "? Why are special data needed at all",
    },
    likelyTitles: {
      account: "Registration and accounts of users",
      orders: "Orders, payment and delivery",
      requests: "Answers to requests and questions",
      newsletter: "News and offers by mail and messages",
      recruitment: "Selection of staff",
      analytics: "Statistics of how the service is used",
      advertising: "Advertising",
    },
    stores: "? Check what is kept where: `matches:` takes selectors, as `fields:` does.",
    fides: {
      header: [
        "Data map: what personal data are collected, what for, on what basis and how long.",
        "Drafted from a Fides manifest by `opis import fides`. Every `?` is a question to people, and so is each country ZZ.",
      ],
      country: "? two letters",
      stores: "? Name the engine and the country of each.",
      fields:
        "Names as the manifest has them and as code writes them. `opis sync` tells which match nothing in the code.",
    },
    minors: "? How is age asked for: `gate: path#function`, with `minAge:`",
    subjects: "? whose data: describe the people under `subjects:`, then name them here",
    bases: '? on what legal basis: {type: contract, ref: "Terms 2.1"}, consent, law...',
    retention: "? One rule for each term: how long, from what event, and what happens then.",
    period: "? how long: P3Y, P90D, session",
    start: "? from when: collected_at, last_activity, contract_end, consent_withdrawn, purpose_reached",
    action: "? and then: destroy or anonymise",
    fields:
      "Every field found, with a proposed category. Move a field that is not personal to `notPersonal:`, with the reason.",
    recipients:
      "? Check role and country. A processor needs `agreement: {ref: ...}`, a recipient abroad `crossBorder: {filing: ..., gdprTool: ...}`, advertising a marketing purpose.",
    cookies: "? Check kind and lifetime against the code.",
  },
  ru: {
    header: [
      "Карта данных: какие персональные данные собирает код, для каких целей, на каком основании и на какой срок.",
      "Черновик составлен по коду командой `opis init`. Каждый `?` — вопрос людям; `opis audit` повторяет те, что остались без ответа.",
    ],
    controllerName: "? Наименование оператора",
    controller: "? Кто определяет цели и способы обработки",
    categories: "Предложено по найденному в коде.",
    special:
      "? Специальные или биометрические данные (152-ФЗ, ст. 10 и 11; GDPR, ст. 9): прекратите сбор или укажите исключение в `specialExemptions:`",
    freeText: "? Здесь люди пишут свободно: укажите код, который скрывает лишнее, — `masking: путь#функция`",
    purposes: "? Назовите действительные цели обработки, сколько их есть, и распределите по ним поля.",
    purposeTitles: {
      service: "? Для чего используются данные, которые сообщают люди",
      site: "? Для чего используются cookie и данные устройств",
      special_data: "? Зачем вообще нужны специальные категории данных",
    },
    likelyTitles: {
      account: "Регистрация и ведение учётных записей пользователей",
      orders: "Оформление, оплата и доставка заказов",
      requests: "Ответы на обращения и вопросы",
      newsletter: "Рассылка новостей и предложений",
      recruitment: "Подбор персонала",
      analytics: "Статистика использования сервиса",
      advertising: "Реклама",
    },
    stores: "? Проверьте, что где хранится: в `matches:` перечисляются поля, как в `fields:`.",
    fides: {
      header: [
        "Карта данных: какие персональные данные собираются, для каких целей, на каком основании и на какой срок.",
        "Черновик составлен по манифесту Fides командой `opis import fides`. Каждый `?` — вопрос людям, как и каждая страна ZZ.",
      ],
      country: "? две буквы",
      stores: "? Укажите вид и страну каждого хранилища.",
      fields:
        "Имена — как в манифесте и как их пишут в коде. `opis sync` покажет, какие из них ничего не находят в коде.",
    },
    minors: "? Как проверяется возраст: `gate: путь#функция`, вместе с `minAge:`",
    subjects: "? чьи данные: опишите субъектов в `subjects:` и назовите их здесь",
    bases: '? правовое основание: {type: contract, ref: "Оферта, п. 2.1"}, consent, law...',
    retention: "? По правилу на каждый срок: сколько, с какого события и что происходит потом.",
    period: "? срок хранения: P3Y, P90D, session",
    start: "? с какого события: collected_at, last_activity, contract_end, consent_withdrawn, purpose_reached",
    action: "? что потом: destroy (уничтожение) или anonymise (обезличивание)",
    fields:
      "Все найденные поля с предложенной категорией. Поле, которое не относится к персональным данным, перенесите в `notPersonal:` с указанием причины.",
    recipients:
      "? Проверьте роль и страну. Обработчику (processor) нужен договор `agreement: {ref: ...}`, зарубежному получателю — `crossBorder: {filing: ..., gdprTool: ...}`, рекламе — цель с `marketing: true`.",
    cookies: "? Проверьте назначение и срок жизни по коду.",
  },
} satisfies Record<Language, DraftWords>;
