import { durationInDays } from "../../../data-map/index.js";
import type { AuditModel, FindingFact, PolicyText, RightKind } from "../../../model/index.js";
import { affirmed, placeOf, said, startOf } from "./text.js";

/** A term in months may be told in days. */
const TOLERANCE = 0.04;

/** Terms of the map that no clause gives. A text without any term is told of once. */
export function* undisclosedTerms(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const stated = affirmed(text, "retention");
  const terms = stated.flatMap(({ value }) => durationInDays(value) ?? []);
  if (terms.length === 0) {
    const [condition] = stated;
    const [rule] = map.retention.values();
    yield {
      subject: "terms",
      place: condition ? placeOf(text, condition) : startOf(text),
      clauses: stated.map(({ clause }) => clause.number).filter((number, index, all) => all.indexOf(number) === index),
      data: {
        problem: condition ? "terms-condition" : "terms",
        clause: condition?.clause.number ?? "",
        quote: condition?.quote ?? "",
      },
      related: rule ? [{ place: rule.place, role: "entry" }] : [],
    };
    return;
  }
  for (const [id, { period, place, path }] of map.retention) {
    const days = period === null || period === "session" ? null : durationInDays(period);
    if (days === null || terms.some((term) => Math.abs(term - days) <= days * TOLERANCE)) continue;
    const list = stated.find(({ value }) => durationInDays(value) !== null)!;
    yield {
      subject: path,
      place,
      clauses: [list.clause.number],
      data: { problem: "term", rule: id, term: period!, clause: list.clause.number, quote: list.quote },
      related: [{ place: placeOf(text, list), role: "policy" }],
    };
  }
}

/** Rights that every policy tells of, and the rights of the map. */
const RIGHTS = ["access", "rectify", "erase", "complaint"] as const;

export function* undisclosedRights(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const told = new Set(affirmed(text, "right").map(({ value }) => value));
  for (const right of RIGHTS) {
    if (told.has(right)) continue;
    const entry = right === "complaint" ? null : (map.rights.get(right satisfies RightKind) ?? null);
    yield {
      subject: `right:${right}`,
      place: startOf(text),
      clauses: [],
      data: { problem: "right", right },
      related: entry ? [{ place: entry.place, role: "entry" }] : [],
    };
  }
}

/** Consent is a ground, and nothing says how to take it back. */
export function* undisclosedWithdrawal(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  if (affirmed(text, "right", "withdraw").length > 0) return;
  const [claim] = affirmed(text, "basis", "consent");
  const [id] = [...map.purposes].find(([, { bases }]) => bases.some(({ type }) => type === "consent")) ?? [];
  if (!claim && id === undefined) return;
  const entry = [...map.consents.values()][0] ?? (id === undefined ? undefined : map.purposes.get(id));
  yield {
    subject: "withdrawal",
    place: claim ? placeOf(text, claim) : startOf(text),
    clauses: claim ? [claim.clause.number] : [],
    data: { problem: "withdrawal" },
    related: entry ? [{ place: entry.place, role: "entry" }] : [],
  };
}

/** A person responsible whom nobody can write to. */
export function* undisclosedResponsible(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const named = affirmed(text, "responsible", "named");
  const [first] = named;
  const { dpo } = map.controller;
  if (!first) {
    if (!dpo) return;
    yield {
      subject: "responsible",
      place: startOf(text),
      clauses: [],
      data: { problem: "responsible-nowhere" },
      related: [{ place: map.controller.place, role: "entry" }],
    };
    return;
  }
  if (
    named.some(({ clause }) => hasContact(clause.text)) ||
    (dpo?.email && text.lines.some((line) => line.includes(dpo.email!)))
  )
    return;
  yield {
    subject: "responsible",
    place: placeOf(text, first),
    clauses: [...new Set(named.map(({ clause }) => clause.number))],
    data: { problem: "responsible", clause: first.clause.number, quote: first.quote },
    related: named.slice(1).map((one) => ({ place: placeOf(text, one), role: "policy" })),
  };
}

function hasContact(text: string): boolean {
  return /[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s()-]{8,}\d/.test(text);
}

/** Cookies are set, and the text does not say a word of them, or not what they are for. */
export function* undisclosedCookies(text: PolicyText, { inventory, map }: AuditModel): Iterable<FindingFact> {
  if (said(text, "cookie").length > 0) return;
  const [first] = inventory.cookies.filter(({ places }) => places.length > 0);
  const entry = [...map.cookies][0];
  if (!first && !entry) return;
  yield {
    subject: "cookies",
    place: first?.places[0] ?? entry![1].place,
    clauses: [],
    data: { problem: "cookies", cookies: first?.name ?? entry![0] },
    related: [{ place: startOf(text), role: "policy" }],
  };
}
