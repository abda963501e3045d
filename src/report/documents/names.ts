import type { AuditResult, Catalog, DeclaredMap, Language } from "../../model/index.js";
import { periodWords } from "../changes/values.js";
import { pageSpeaker, type PageKey } from "../html/words/index.js";

/** What ids, codes and dates are called in the language of the document. */
export interface Names {
  readonly country: (code: string) => string;
  readonly period: (term: string) => string;
  readonly date: (iso: string) => string;
  readonly dataType: (id: string) => string;
  readonly category: (id: string) => string;
  readonly purpose: (id: string) => string;
  readonly subject: (id: string) => string;
  readonly recipient: (id: string) => string;
  readonly store: (id: string) => string;
  /** A value of the map by the group of words it belongs to: `operation`, `basis`. */
  readonly term: (group: string, value: string) => string;
}

export function namesIn(
  language: Language,
  map: DeclaredMap,
  catalog: Catalog,
  titled: Pick<AuditResult, "inventory">,
): Names {
  const words = pageSpeaker(language);
  const regions = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const term = (group: string, value: string): string => {
    const key = `${group}.${value}`;
    return words.has(key) ? words.say(key as PageKey) : value;
  };
  const titles = (entries: readonly { readonly id: string; readonly title: string | null }[]) => {
    const byId = new Map(entries.map(({ id, title }) => [id, title]));
    return (id: string): string | null => byId.get(id) ?? null;
  };
  const [category, purpose, store] = [titles(map.categories), titles(map.purposes), titles(map.stores)];
  const subjects = new Map(map.subjects.map((subject) => [subject.id, subject]));
  const recipients = new Map(map.recipients.map((recipient) => [recipient.id, recipient]));
  const proposed = new Set(titled.inventory.map((row) => row.category));
  return {
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    period: (text) => periodWords(text, language),
    date: (iso) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? dates.format(new Date(`${iso}T00:00:00Z`)) : iso),
    dataType: (id) => catalog.dataTypes.get(id)?.title[language] ?? id,
    category: (id) => category(id) ?? (proposed.has(id) ? term("proposed", id) : id),
    purpose: (id) => purpose(id) ?? id,
    subject: (id) => {
      const known = subjects.get(id);
      return known ? (known.title ?? term("subject", known.kind)) : id;
    },
    recipient: (id) => {
      const title = catalog.recipients.get(recipients.get(id)?.vendor ?? id)?.title[language] ?? null;
      const name = recipients.get(id)?.name ?? null;
      if (name === null) return title ?? id;
      return title === null || name === title ? name : `${name} (${title})`;
    },
    store: (id) => store(id) ?? id,
    term,
  };
}
