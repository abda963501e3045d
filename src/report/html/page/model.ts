import type { Bilingual, PageData, PageField, PageFinding, PageRecipient, PageRule } from "../page-data.js";

type Section = "purposes" | "categories" | "subjects" | "stores" | "recipients" | "retention";

/** The data of the page with what is looked up in them over and over. */
export interface Model {
  readonly data: PageData;
  readonly fields: ReadonlyMap<string, PageField>;
  readonly rules: ReadonlyMap<string, PageRule>;
  readonly recipients: ReadonlyMap<string, PageRecipient>;
  readonly dataTypes: ReadonlyMap<string, Bilingual>;
  readonly fieldsBy: Readonly<
    Record<"purposes" | "categories" | "subjects" | "stores", ReadonlyMap<string, readonly PageField[]>>
  >;
  readonly findingsBy: Readonly<
    Record<
      "fields" | "purposes" | "categories" | "subjects" | "recipients" | "stores",
      ReadonlyMap<string, readonly PageFinding[]>
    >
  >;
  /** Ids of data types by recipient, as flows in the code show. */
  readonly reached: ReadonlyMap<string, ReadonlySet<string>>;
  /** Title that the map gives an entry, or its id. */
  readonly titleOf: (section: Section, id: string) => string;
}

export function modelOf(data: PageData): Model {
  const titles = new Map(
    (["purposes", "categories", "subjects", "stores"] as const).map((section) => [
      section as Section,
      new Map((data.declared?.[section] ?? []).map(({ id, title }) => [id, title ?? id])),
    ]),
  );
  const counted = data.fields.filter(isCounted);
  return {
    data,
    fields: new Map(data.fields.map((field) => [field.id, field])),
    rules: new Map(data.rules.map((rule) => [rule.id, rule])),
    recipients: new Map(data.recipients.map((recipient) => [recipient.id, recipient])),
    dataTypes: new Map(data.dataTypes.map(({ id, title }) => [id, title])),
    fieldsBy: {
      purposes: gather(counted, ({ purposes }) => purposes),
      categories: gather(counted, ({ category }) => (category === null ? [] : [category])),
      subjects: gather(counted, ({ subjects }) => subjects),
      stores: gather(counted, ({ stores }) => stores),
    },
    findingsBy: {
      fields: gather(data.findings, ({ about }) => about.fields),
      purposes: gather(data.findings, ({ about }) => about.purposes),
      categories: gather(data.findings, ({ about }) => about.categories),
      subjects: gather(data.findings, ({ about }) => about.subjects),
      recipients: gather(data.findings, ({ about }) => about.recipients),
      stores: gather(data.findings, ({ about }) => about.stores),
    },
    reached: reachedBy(data),
    titleOf: (section, id) => titles.get(section)?.get(id) ?? id,
  };
}

/** Fields that the audit asks about: not doubtful ones, keys that point at people, or what the map says is no personal data. */
export function isCounted({ confidence, dataType, notPersonal }: PageField): boolean {
  return confidence !== "low" && dataType !== "person_reference" && !notPersonal;
}

/** Declared: an entry, an annotation or a line in `cookies:` says what the field is for. */
export function isDeclared({ entry, purposes, notPersonal }: PageField): boolean {
  return entry !== null || purposes.length > 0 || notPersonal;
}

export function themeOf(rule: string): string {
  return rule.slice(0, Math.max(0, rule.indexOf("/")));
}

function gather<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function reachedBy({ flows }: PageData): Map<string, Set<string>> {
  const reached = new Map<string, Set<string>>();
  for (const { recipient, data } of flows) {
    if (recipient === null) continue;
    const types = reached.get(recipient) ?? new Set();
    for (const { dataType } of data) types.add(dataType);
    reached.set(recipient, types);
  }
  return reached;
}
