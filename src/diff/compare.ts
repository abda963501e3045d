import {
  compareText,
  type Aspect,
  type AspectChange,
  type AuditResult,
  type Catalog,
  type Change,
  type ChangeAbout,
  type ProcessingChanges,
} from "../model/index.js";
import { describeDataTypes, describeFields } from "./describe-fields.js";
import { describeMap } from "./describe-map.js";
import { describeCookies, describeRecipients } from "./describe-recipients.js";
import type { Described } from "./described.js";

/** A result, and what people called it when they asked. */
export interface NamedResult {
  readonly name: string;
  readonly result: AuditResult;
}

const ORDER = {
  "data-type": 0,
  purpose: 1,
  recipient: 2,
  country: 3,
  store: 4,
  term: 5,
  category: 6,
  subject: 7,
  cookie: 8,
  field: 9,
} as const satisfies Record<ChangeAbout, number>;

/** What changed in the processing of personal data between two results. */
export function compareProcessing(
  before: NamedResult,
  after: NamedResult,
  catalog: Pick<Catalog, "recipients">,
): ProcessingChanges {
  const [old, now] = [before, after].map(({ result }) => describe(result, catalog)) as [Parts, Parts];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => change(old.get(key), now.get(key)));
  changes.sort((a, b) => ORDER[a.about] - ORDER[b.about] || compareText(a.id, b.id));
  return {
    version: 1,
    before: before.name,
    after: after.name,
    changes,
    titles: titlesOf([before.result, after.result]),
  };
}

type Parts = ReadonlyMap<string, Described>;

function describe(result: AuditResult, catalog: Pick<Catalog, "recipients">): Parts {
  const parts = [
    ...describeDataTypes(result),
    ...describeFields(result),
    ...describeMap(result),
    ...describeRecipients(result, catalog),
    ...describeCookies(result),
  ];
  return new Map(parts.map((part) => [`${part.about}\0${part.id}`, part]));
}

function change(before: Described | undefined, after: Described | undefined): Change[] {
  const one = after ?? before;
  if (!one) return [];
  const aspects = aspectChanges(before?.aspects ?? new Map(), after?.aspects ?? new Map());
  // Which fields hold a kind of data is told field by field; the kind itself has not changed by it.
  const telling =
    before && after && one.about === "data-type" ? aspects.filter(({ aspect }) => aspect !== "fields") : aspects;
  if (before && after && telling.length === 0) return [];
  const kind = before ? (after ? "changed" : "removed") : "added";
  return [{ about: one.about, kind, id: one.id, title: one.title, aspects: telling }];
}

function aspectChanges(
  before: ReadonlyMap<Aspect, readonly string[]>,
  after: ReadonlyMap<Aspect, readonly string[]>,
): AspectChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((aspect) => {
    const [old, now] = [before.get(aspect) ?? [], after.get(aspect) ?? []];
    const same = old.length === now.length && old.every((value, index) => value === now[index]);
    return same ? [] : [{ aspect, before: old, after: now }];
  });
}

/** Titles of the later map where both have one. */
function titlesOf(results: readonly AuditResult[]): ProcessingChanges["titles"] {
  const titles = new Map<string, ProcessingChanges["titles"][number]>();
  const add = (
    section: "purposes" | "categories" | "recipients" | "stores",
    id: string,
    title: string | null,
  ): void => {
    if (title !== null && title !== "") titles.set(`${section}\0${id}`, { section, id, title });
  };
  for (const { declared } of results) {
    for (const { id, title } of declared?.purposes ?? []) add("purposes", id, title);
    for (const { id, title } of declared?.categories ?? []) add("categories", id, title);
    for (const { id, title } of declared?.stores ?? []) add("stores", id, title);
    for (const { id, vendor, name } of declared?.recipients ?? []) {
      add("recipients", vendor ?? id, name);
      add("recipients", id, name);
    }
  }
  return [...titles].sort(([a], [b]) => compareText(a, b)).map(([, title]) => title);
}
