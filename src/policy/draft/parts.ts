import type { Catalog, DataMap, Language, Purpose } from "../../model/index.js";
import { escapeText } from "./escape.js";
import { termWords } from "./durations.js";
import {
  actionWords,
  basisWords,
  cookieWords,
  operationWords,
  rightWords,
  startWords,
  type draftWords,
} from "./words.js";

type Words = (typeof draftWords)[Language];

export interface DraftContext {
  readonly language: Language;
  readonly catalog: Pick<Catalog, "dataTypes" | "recipients">;
  readonly words: Words;
}

export interface Section {
  readonly title: string;
  readonly clauses: readonly string[];
}

/** The sections in the order in which policies have them. */
export function partsOf(map: DataMap, context: DraftContext): { preamble: string; sections: Section[] } {
  const { words } = context;
  const sections = [
    { title: words.operator, clauses: operator(map, context) },
    { title: words.data, clauses: data(map, context) },
    { title: words.subjects, clauses: subjects(map, context) },
    {
      title: words.purposes,
      clauses: [...map.purposes.values()].map((purpose) => purposeClause(purpose, map, context)),
    },
    { title: words.retention, clauses: retention(map, context) },
    { title: words.recipients, clauses: recipients(map, context) },
    { title: words.transfer, clauses: transfer(map, context) },
    { title: words.cookies, clauses: cookies(map, context) },
    { title: words.special, clauses: special(map, context) },
    { title: words.rights, clauses: rights(map, context) },
  ].filter(({ clauses }) => clauses.length > 0);
  const version = map.policy?.version ?? ask(words.version, context);
  const date = map.policy?.effective ?? ask(words.date, context);
  return { preamble: fill(words.preamble, { version, date }), sections };
}

function ask(question: string, { words }: DraftContext): string {
  return `**[${words.question}: ${question}]**`;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? values[name]! : hole));
}

function operator({ controller }: DataMap, context: DraftContext): string[] {
  const { words } = context;
  const { name, inn, ogrn, address, dpo, art22, country } = controller;
  const numbers = [...(inn ? [`ИНН ${inn}`] : []), ...(ogrn ? [`ОГРН ${ogrn}`] : [])].map((text) =>
    context.language === "ru" ? text : text.replace("ИНН", "INN").replace("ОГРН", "OGRN"),
  );
  const known = numbers.length > 0 || country !== "RU" ? numbers : [ask(words.requisites, context)];
  const whole = [escapeText(name), address === null ? ask(words.address, context) : escapeText(address), ...known];
  const contact = dpo?.email ?? dpo?.phone ?? ask(words.contact, context);
  return [
    `${whole.join(", ")}.`,
    dpo ? fill(words.responsible, { name: escapeText(dpo.name), contact }) : ask(words.dpo, context),
    ...(art22 ? [fill(words.notified, { number: escapeText(art22.number), date: art22.updated ?? art22.filed })] : []),
  ];
}

function itemTitles(items: readonly string[], { catalog, language }: DraftContext): string {
  return items
    .map((item) => catalog.dataTypes.get(item)?.title[language] ?? escapeText(item))
    .map((title) => (/^\p{Lu}(?!\p{Lu})/u.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title))
    .join(", ");
}

function data({ categories }: DataMap, context: DraftContext): string[] {
  return [...categories].map(([id, { title, items }]) => `${escapeText(title ?? id)}: ${itemTitles(items, context)}.`);
}

function subjects({ subjects: all }: DataMap, context: DraftContext): string[] {
  const named = [...all].map(([id, { title }]) => `${escapeText(title ?? id)}.`);
  return named.length > 0 ? named : [ask(context.words.whose, context)];
}

function purposeClause(purpose: Purpose, map: DataMap, context: DraftContext): string {
  const { words, language } = context;
  const titles = (ids: readonly string[], of: ReadonlyMap<string, { readonly title: string | null }>): string =>
    ids.map((id) => escapeText(of.get(id)?.title ?? id)).join(", ");
  const line = (text: string, list: string, question: string): string =>
    fill(text, { list: list === "" ? ask(question, context) : list });
  const bases = purpose.bases.map(({ type, ref }) =>
    [basisWords[language][type], ...(ref ? [`(${escapeText(ref)})`] : [])].join(" "),
  );
  const rules = [...new Set([purpose.retention, ...purpose.retentionByCategory.values()])];
  const terms = rules.flatMap((id) => (id === null ? [] : (map.retention.get(id)?.period ?? [])));
  const operations = (purpose.operations ?? []).map((operation) => operationWords[language][operation]);
  return [
    `${escapeText(purpose.title)}.`,
    line(words.purposeData, titles(purpose.categories ?? [], map.categories), words.whichData),
    line(words.purposeSubjects, titles(purpose.subjects, map.subjects), words.whose),
    line(words.purposeBases, bases.join("; "), words.whichBasis),
    ...(operations.length > 0 ? [fill(words.purposeOperations, { list: operations.join(", ") })] : []),
    line(words.purposeTerm, terms.map((term) => termWords(term, language)).join(", "), words.whichTerm),
    ...(purpose.recipients.length > 0
      ? [
          fill(words.purposeRecipients, {
            list: purpose.recipients.map((id) => recipientName(id, map, context)).join(", "),
          }),
        ]
      : []),
  ].join(" ");
}

function recipientName(id: string, { recipients: all }: DataMap, { catalog, language }: DraftContext): string {
  const entry = all.get(id);
  const known = catalog.recipients.get(entry?.vendor ?? id)?.title[language];
  const name = entry?.name ?? null;
  if (known === undefined) return escapeText(name ?? id);
  return name === null ? known : `${known}, ${escapeText(name)}`;
}

function retention(map: DataMap, context: DraftContext): string[] {
  const { words, language } = context;
  const terms = [...map.retention.values()].map(({ period, start, action }) =>
    fill(words.term, {
      term: period === null ? ask(words.whichTerm, context) : termWords(period, language),
      start: start === null ? "" : startWords[language][start],
      action: actionWords[language][action ?? "destroy"],
    }),
  );
  const stores = [...map.stores].map(([id, { title, country, address }]) =>
    fill(words.store, {
      title: escapeText(title ?? id),
      country: [countryName(country, language), ...(address ? [escapeText(address)] : [])].join(", "),
    }),
  );
  return [...terms, ...(stores.length > 0 ? stores : [ask(words.where, context)])];
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

function recipients(map: DataMap, context: DraftContext): string[] {
  const { words, language } = context;
  if (map.recipients.size === 0) return [words.nobody];
  return [...map.recipients].map(([id, { country, categories }]) => {
    const titles = (categories ?? []).map((category) => escapeText(map.categories.get(category)?.title ?? category));
    const given = categories === null ? ask(words.whichData, context) : titles.join(", ");
    return fill(words.recipient, {
      name: recipientName(id, map, context),
      country: countryName(country, language),
      data: given,
    });
  });
}

function transfer(map: DataMap, context: DraftContext): string[] {
  const { words, language } = context;
  const abroad = [...map.recipients].filter(([, { country }]) => country !== map.controller.country);
  if (abroad.length === 0) return [words.home];
  const list = abroad.map(
    ([id, { country }]) => `${recipientName(id, map, context)} (${countryName(country, language)})`,
  );
  return [fill(words.abroad, { list: list.join("; ") })];
}

function cookies({ cookies: all }: DataMap, { words, language }: DraftContext): string[] {
  return [...all].map(([name, { kind, lifetime }]) =>
    fill(words.cookie, {
      name: `\`${name.replaceAll("`", "")}\``,
      kind: cookieWords[language][kind],
      lifetime: lifetime === "session" ? words.session : fill(words.kept, { term: termWords(lifetime, language) }),
    }),
  );
}

function special(map: DataMap, context: DraftContext): string[] {
  const { words } = context;
  const kinds = [...map.categories].filter(
    ([, { kind }]) => kind === "special" || kind === "biometric" || kind === "criminal",
  );
  const refs = map.specialExemptions.map(({ ref }) => escapeText(ref)).join("; ");
  const list = kinds.map(([id, { title }]) => escapeText(title ?? id)).join(", ");
  const { minors } = map;
  const age = String(minors?.minAge ?? 18);
  return [
    kinds.length === 0
      ? words.noSpecial
      : fill(words.specials, { list, refs: refs === "" ? ask(words.whichBasis, context) : refs }),
    minors ? fill(minors.audience === "adult_only" ? words.adults : words.mixed, { age }) : ask(words.minors, context),
  ];
}

function rights(map: DataMap, context: DraftContext): string[] {
  const { words, language } = context;
  const told = (["access", "rectify", "block", "erase", "unsubscribe"] as const).flatMap((kind) => {
    const right = map.rights.get(kind);
    // The law gives the first three and erasure whether or not the map says how they are met.
    if (!right && kind === "unsubscribe") return [];
    const deadline = right?.deadline ? fill(words.within, { term: termWords(right.deadline, language) }) : "";
    return [fill(words.right, { right: rightWords[language][kind], deadline })];
  });
  const contact = map.complaintChannel ?? map.controller.dpo?.email ?? null;
  const consents = [...map.purposes.values()].some(({ bases }) => bases.some(({ type }) => type === "consent"));
  const how = contact === null ? ask(words.how, context) : escapeText(contact);
  return [
    ...told,
    ...(consents ? [fill(words.withdraw, { how })] : []),
    fill(words.complain, { channel: contact === null ? ask(words.channel, context) : escapeText(contact) }),
  ];
}
