import { parse } from "iso8601-duration";
import type { Aspect, Catalog, ChangeAbout, Language, ProcessingChanges } from "../../model/index.js";
import { createSpeaker, type Speaker } from "../../words/index.js";
import { speaker } from "../words/index.js";
import { en, enValues, type ChangeKey } from "./words-en.js";
import { ru, ruValues } from "./words-ru.js";

/** Puts ids, codes and terms as an officer says them. */
export interface ChangeWords {
  readonly words: Speaker<ChangeKey>;
  /** What a thing is called. */
  name(about: ChangeAbout, id: string, title: string | null): string;
  value(aspect: Aspect, value: string): string;
}

const VALUES = { en: enValues, ru: ruValues } as const satisfies Record<Language, Readonly<Record<string, string>>>;

export function changeWords(
  language: Language,
  catalog: Pick<Catalog, "dataTypes" | "recipients">,
  { titles }: Pick<ProcessingChanges, "titles">,
): ChangeWords {
  const words = createSpeaker<ChangeKey>({ en, ru }[language], language);
  const reports = speaker(language);
  const regions = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  const given = new Map(titles.map(({ section, id, title }) => [`${section}\0${id}`, title]));
  const titled = (section: string) => (id: string) => given.get(`${section}\0${id}`) ?? id;
  const dataType = (id: string) => catalog.dataTypes.get(id)?.title[language] ?? id;
  const recipient = (id: string) => given.get(`recipients\0${id}`) ?? catalog.recipients.get(id)?.title[language] ?? id;
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? `${regions.of(code) ?? code} (${code})` : code);
  const common = (value: string) => (Object.hasOwn(VALUES[language], value) ? VALUES[language][value]! : value);
  const special = (value: string) =>
    reports.has(`special.${value}`) ? reports.say(`special.${value}` as "special.health") : value;
  const basis = (text: string) => {
    const [type = "", ...ref] = text.split(": ");
    return [common(type), ...ref].join(": ");
  };
  const duration = (text: string) => durationWords(text, language, words);
  const yes = () => words.say("yes");
  const asIs = (value: string) => value;
  const readers = {
    title: asIs,
    "data-types": dataType,
    fields: asIs,
    category: titled("categories"),
    categories: titled("categories"),
    purposes: titled("purposes"),
    subjects: asIs,
    bases: basis,
    recipients: recipient,
    operations: asIs,
    transfer: common,
    marketing: yes,
    automated: yes,
    retention: asIs,
    "retention-by-category": asIs,
    stores: titled("stores"),
    kind: common,
    special,
    "not-personal": yes,
    "seen-in-code": yes,
    declared: yes,
    role: common,
    country,
    agreement: asIs,
    safeguard: common,
    "used-by": (id: string) => given.get(`stores\0${id}`) ?? recipient(id),
    period: duration,
    start: common,
    action: common,
    deadline: duration,
    backups: duration,
    type: asIs,
    lifetime: duration,
    party: common,
  } as const satisfies Record<Aspect, (value: string) => string>;
  return {
    words,
    name: (about, id, title) => {
      if (about === "data-type") return dataType(id);
      if (about === "country") return country(id);
      return about === "recipient" ? recipient(id) : (title ?? id);
    },
    value: (aspect, value) => readers[aspect](value),
  };
}

const UNITS = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** A term of the map as people say it. */
export function periodWords(text: string, language: Language): string {
  return durationWords(text, language, createSpeaker<ChangeKey>({ en, ru }[language], language));
}

/** `P3Y` → 3 years; what is no duration stays as it is. */
function durationWords(text: string, language: Language, words: Speaker<ChangeKey>): string {
  if (text === "session") return words.say("session");
  const business = /^(\d+)bd$/.exec(text);
  if (business) return words.say("business-days", { n: Number(business[1]) });
  try {
    const parts = parse(text);
    const said = UNITS.flatMap((unit) => {
      const count = parts[`${unit}s`] ?? 0;
      const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
      return count === 0 ? [] : [format.format(count)];
    });
    return said.length > 0 ? said.join(" ") : text;
  } catch {
    return text;
  }
}
