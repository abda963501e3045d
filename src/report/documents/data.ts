import { compareText, formatPlace, type Declared, type InventoryRow } from "../../model/index.js";
import { asks, each, says } from "./build.js";
import type { Value } from "./document.js";
import type { Drafting } from "./drafting.js";

// What several documents say of one thing is said the same way in all of them.

type Purpose = Declared<"purposes">;

export const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Categories that a purpose may use, and those that the code collects for it. */
export function categoriesOf({ rows }: Drafting, { id, categories }: Purpose): string[] {
  const seen = rows.flatMap(({ purposes, category }) => (purposes.includes(id) && category !== null ? [category] : []));
  return unique([...(categories ?? []), ...seen]);
}

/** Kinds of data in a category: those that the map lists, then those that the code holds besides. */
export function itemsOf({ map, rows, names }: Drafting, category: string): string[] {
  const listed = map.categories.find(({ id }) => id === category)?.items ?? [];
  const seen = rows.filter((row) => row.category === category).map(({ dataType }) => dataType);
  return unique([...listed, ...seen.sort(compareText)]).map(names.dataType);
}

/** `Contacts: e-mail, phone` for each category. */
export function dataOf(draft: Drafting, purpose: Purpose): Value {
  const lines = categoriesOf(draft, purpose).map((id) => categoryLine(draft, id));
  return each(lines, draft.say("ask.categories", { purpose: purpose.title }));
}

export function categoryLine(draft: Drafting, id: string): string {
  const items = itemsOf(draft, id);
  return items.length === 0 ? draft.names.category(id) : `${draft.names.category(id)}: ${items.join("; ")}`;
}

export function subjectsOf({ say, names }: Drafting, { subjects, title }: Purpose): Value {
  return each(subjects.map(names.subject), say("ask.subjects", { purpose: title }));
}

export function basesOf({ say, names }: Drafting, { bases, title }: Purpose): Value {
  return each(
    bases.map(({ type, ref, gdpr }) =>
      [
        names.term("basis", type),
        ...(ref === null ? [] : [`: ${ref}`]),
        ...(gdpr === null ? [] : [` (GDPR ${gdpr})`]),
      ].join(""),
    ),
    say("ask.bases", { purpose: title }),
  );
}

/** Terms of a purpose, of one category or of all. */
export function termsOf(draft: Drafting, purpose: Purpose, category?: string): Value {
  const { names, say } = draft;
  const own = purpose.retentionByCategory.filter(({ id }) => category === undefined || id === category);
  if (own.length > 0)
    return own.flatMap(({ id, value }) =>
      category === undefined ? prefixed(`${names.category(id)}: `, term(draft, value)) : term(draft, value),
    );
  return purpose.retention === null
    ? asks(say("ask.term", { purpose: purpose.title }))
    : term(draft, purpose.retention);
}

function prefixed(prefix: string, value: Value): Value {
  return value.map((line) => (line.kind === "text" ? { ...line, text: `${prefix}${line.text}` } : line));
}

/** `3 years from the end of the contract, then destroyed`. */
export function term({ map, names, say }: Drafting, id: string): Value {
  const rule = map.retention.find((one) => one.id === id);
  if (!rule || rule.period === null) return asks(say("ask.period", { rule: id }));
  const start = rule.start === null ? "" : ` ${names.term("start", rule.start)}`;
  const action = rule.action === null ? "" : `, ${names.term("action", rule.action)}`;
  return says(`${names.period(rule.period)}${start}${action}`);
}

export function recipientsOf({ names, say, map }: Drafting, { recipients }: Purpose): Value {
  if (recipients.length === 0) return says(say("none-declared"));
  return says(
    ...recipients.map((id) => {
      const country = map.recipients.find((one) => one.id === id)?.country;
      return country ? `${names.recipient(id)}, ${names.country(country)}` : names.recipient(id);
    }),
  );
}

/** Third parties of the map and of the code; what stays on the visitor's device or on one's own sites is none. */
export function thirdParties({ map, result, catalog }: Drafting): string[] {
  const declared = map.recipients.map(({ id }) => id);
  const vendors = new Map(map.recipients.map(({ id, vendor }) => [vendor ?? id, id]));
  const seen = result.recipients
    .filter(({ id, party }) => party !== "first" && catalog.recipients.get(id)?.kind !== "device")
    .map(({ id }) => vendors.get(id) ?? id);
  return unique([...declared, ...seen]);
}

export function seenAt({ result }: Drafting, recipient: string): string | null {
  const mention = result.recipients.find(({ id }) => id === recipient)?.mentions[0];
  return mention ? formatPlace(mention.place) : null;
}

/** Value of a statement of the law on the day of the result; null where none is in force. */
export function lawValue({ catalog, result }: Drafting, id: string): unknown {
  const fact = catalog.law.get(id);
  const day = result.date || "9999-12-31";
  if (!fact || fact.validFrom > day || (fact.validTo !== null && fact.validTo < day)) return null;
  return fact.value;
}

export function isCountryIn(draft: Drafting, code: string, laws: readonly string[]): boolean {
  return laws.some((id) => {
    const value = lawValue(draft, id);
    return Array.isArray(value) && value.includes(code);
  });
}

export function rowsOfStore({ rows }: Drafting, store: string): InventoryRow[] {
  return rows.filter(({ stores }) => stores.includes(store));
}

/** Steps of security and organisation that the map gives evidence of. */
export function measures({ map, names, say }: Drafting, sections: readonly ("security" | "organisation")[]): Value {
  const told = sections.flatMap((section) =>
    map[section].map(({ id, evidence, owner, reviewed }) =>
      [`${id}: ${evidence}`, ...(owner === null ? [] : [owner]), say("reviewed", { date: names.date(reviewed) })].join(
        ", ",
      ),
    ),
  );
  return each(told, say(sections.includes("security") ? "ask.security" : "ask.organisation"));
}

/** How each store keeps its data from strangers. */
export function encryption({ map, say, names }: Drafting): Value {
  return each(
    map.stores.flatMap(({ id, encryption: how }) => (how === null ? [] : [`${names.store(id)}: ${how}`])),
    say("ask.encryption"),
  );
}
