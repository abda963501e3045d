import type { Catalog, Language, PolicyStatement, StatementKind, Words } from "../../model/index.js";

const both = (en: string, ru: string): Words => ({ en, ru });

/** Words for what statements say, where it is neither an entry of the catalogue nor a number, a date, a country or an address. */
const VALUES: Readonly<Partial<Record<StatementKind, Readonly<Record<string, Words>>>>> = {
  special: {
    any: both("any", "любые"),
    race: both("race, nationality", "раса, национальность"),
    politics: both("political opinions", "политические взгляды"),
    religion: both("beliefs", "убеждения"),
    health: both("health", "здоровье"),
    intimate: both("intimate life", "интимная жизнь"),
    association: both("membership", "членство в объединениях"),
    genetic: both("genetic data", "генетические данные"),
  },
  "special-exemption": { contract: both("contract", "договор") },
  purpose: {
    account: both("account", "учётная запись"),
    contract: both("contract", "исполнение договора"),
    communication: both("communication", "связь"),
    requests: both("requests", "обращения"),
    analytics: both("analytics", "аналитика"),
    marketing: both("marketing", "продвижение"),
    partners: both("partners", "партнёры"),
    security: both("security", "безопасность"),
    legal: both("law", "требования закона"),
    payment: both("payment", "расчёты"),
    delivery: both("delivery", "доставка"),
    recruitment: both("recruitment", "подбор персонала"),
    personalisation: both("personalisation", "персонализация"),
    medical: both("medical care", "медицинская помощь"),
  },
  "vague-purpose": {
    improvement: both("improvement", "улучшение"),
    "open-ended": both("left open", "перечень не закрыт"),
  },
  subject: {
    contractor: both("contractors", "контрагенты"),
    registered_user: both("users", "пользователи"),
    anonymous_visitor: both("visitors", "посетители"),
    partner: both("partners", "партнёры"),
    employee: both("employees", "работники"),
    end_customer: both("customers' customers", "клиенты клиентов"),
    patient: both("patients", "пациенты"),
  },
  "recipient-class": {
    "third-parties": both("third parties", "третьи лица"),
    analytics: both("analytics", "аналитика"),
    messenger: both("messengers", "мессенджеры"),
    cloud: both("hosting", "хостинг"),
    payment: both("payment", "платежи"),
    mail: both("mail", "почта"),
    ads: both("advertising", "реклама"),
    social: both("social networks", "социальные сети"),
    "error-tracker": both("error monitoring", "учёт ошибок"),
    support: both("support", "поддержка"),
    delivery: both("delivery", "доставка"),
    authority: both("authorities", "органы власти"),
  },
  cookie: {
    any: both("used", "используются"),
    session: both("session", "сеансовые"),
    persistent: both("persistent", "постоянные"),
    necessary: both("necessary", "необходимые"),
    functional: both("functional", "функциональные"),
    analytics: both("analytics", "аналитические"),
    ads: both("advertising", "рекламные"),
  },
  retention: {
    "purpose-reached": both("until the purpose is reached", "до достижения цели"),
    "consent-withdrawn": both("until consent is withdrawn", "до отзыва согласия"),
    contract: both("as long as the contract", "срок договора"),
    indefinite: both("without end", "бессрочно"),
  },
  transfer: { abroad: both("yes", "есть") },
  minors: { allowed: both("with parents' consent", "с согласия родителей") },
  advertising: {
    none: both("none", "нет"),
    sends: both("sent", "рассылается"),
    ads: both("shown", "показывается"),
  },
  right: {
    access: both("access", "доступ"),
    rectify: both("rectification", "уточнение"),
    erase: both("erasure", "удаление"),
    block: both("restriction", "блокирование"),
    object: both("objection", "отказ"),
    portability: both("portability", "перенос"),
    withdraw: both("withdrawal of consent", "отзыв согласия"),
    complaint: both("complaint", "обжалование"),
    unsubscribe: both("unsubscribing", "отписка"),
  },
  request: {
    email: both("by e-mail", "по электронной почте"),
    "identity-document": both("with an identity document", "с документом, удостоверяющим личность"),
    signature: both("signed", "с подписью"),
    settings: both("in the settings", "в настройках"),
  },
  basis: {
    consent: both("consent", "согласие"),
    contract: both("contract", "договор"),
    law: both("law", "закон"),
    legitimate_interest: both("legitimate interest", "законный интерес"),
    statutory_disclosure: both("disclosure by law", "обязательное раскрытие"),
    distribution_consent: both("consent to distribution", "согласие на распространение"),
    made_public: both("made public (repealed)", "общедоступность (утратило силу)"),
  },
  consent: {
    implied: both("by mere use", "через пользование"),
    "continued-use": both("by going on", "через продолжение пользования"),
    bundled: both("with another act", "вместе с другим действием"),
  },
  responsible: { named: both("mentioned", "упомянуто") },
  security: {
    documents: both("documents", "локальные акты"),
    training: both("training", "обучение"),
    measures: both("organisational and technical", "организационные и технические"),
    threats: both("assessment of threats", "определение угроз"),
    authentication: both("authentication", "аутентификация"),
    "access-control": both("access control", "управление доступом"),
    "event-log": both("logging", "регистрация событий"),
    "vulnerability-scan": both("vulnerability scans", "поиск уязвимостей"),
    antivirus: both("antivirus", "антивирус"),
    backup: both("backups", "резервные копии"),
    encryption: both("encryption", "шифрование"),
    assessment: both("assessment", "оценка"),
    virtualisation: both("virtualisation", "виртуализация"),
    confidentiality: both("confidentiality", "конфиденциальность"),
  },
};

/** What a statement says, in the language of the report. */
export function valueWords(
  { kind, value }: Pick<PolicyStatement, "kind" | "value">,
  { dataTypes, recipients }: Pick<Catalog, "dataTypes" | "recipients">,
  language: Language,
): string {
  if (kind === "data-type") return dataTypes.get(value)?.title[language] ?? value;
  if (kind === "recipient") return recipients.get(value)?.title[language] ?? value.replace(/^vendor:/, "");
  const words = VALUES[kind];
  return words && Object.hasOwn(words, value) ? words[value]![language] : value;
}
