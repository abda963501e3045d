import { compareText, groupBy, type Catalog, type Language } from "../../model/index.js";
import { draftWords, type DraftWords } from "../draft-words.js";
import { flow, flowList, scalar } from "../write-yaml.js";
import { readManifest, type FidesDataset, type FidesDeclaration, type FidesManifest, type Left } from "./manifest.js";
import { fieldNames, idFor, isPlainName, ownerNames } from "./names.js";
import { dataTypeOf } from "./taxonomy.js";

export interface ImportedMap {
  /** YAML of a draft. */
  readonly text: string;
  readonly fields: number;
  readonly left: readonly Left[];
}

export interface ImportOptions {
  readonly language: Language;
}

/**
 * YAML of a map in which a Fides manifest's datasets, declarations and processors stand. It loads without complaint; what Fides does not ask
 * (countries, terms, details of legal bases) is left as a question.
 */
export function importFides(
  documents: readonly ReadonlyMap<unknown, unknown>[],
  catalog: Catalog,
  { language }: ImportOptions,
): ImportedMap {
  const manifest = readManifest(documents);
  const words = draftWords[language];
  const purposes = purposesOf(manifest);
  const entries = manifest.datasets.flatMap((dataset) => entriesOf(dataset, purposes, catalog));
  const selectable = entries.filter(({ owner, field }) => isPlainName(owner) && isPlainName(field));
  const sections = [
    head(manifest, words),
    section("subjects", "", subjectLines(manifest, catalog)),
    section("categories", words.categories, categoryLines(selectable, catalog, words)),
    section("purposes", "", purposeLines(purposes, catalog, words)),
    section("retention", words.retention, retentionLines(purposes, words)),
    section("stores", words.fides.stores, storeLines(manifest.datasets)),
    section("recipients", words.recipients, processorLines(manifest)),
    section("fields", words.fides.fields, fieldLines(selectable), "[]"),
  ];
  const unselectable = entries.filter((entry) => !selectable.includes(entry));
  return {
    text: `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    fields: selectable.length,
    left: [
      ...manifest.left,
      ...nowhere(manifest),
      ...unselectable.map(({ owner, field }) => ({ what: `${owner}.${field}`, keys: [] })),
    ],
  };
}

/** Categories that a declaration names and no dataset it refers to holds: a map declares fields, not categories at large. */
function nowhere({ declarations, datasets }: FidesManifest): Left[] {
  return declarations.flatMap((declaration) => {
    const held = (declared: string) =>
      datasets.some(({ key, collections }) =>
        collections.some(({ name, fields }) =>
          fields.some((field) => concerns({ ...declaration, categories: [declared] }, key, name, field.categories)),
        ),
      );
    const keys = declaration.categories.filter((category) => !held(category));
    const what = `system ${declaration.key}, ${declaration.name ?? "privacy declaration"}`;
    return keys.length > 0 ? [{ what, keys: [`data_categories ${keys.join(" ")}`] }] : [];
  });
}

interface Purpose {
  readonly id: string;
  readonly declaration: FidesDeclaration;
}

function purposesOf({ declarations }: FidesManifest): Purpose[] {
  const taken = new Set<string>();
  return declarations.map((declaration) => ({ id: idFor(declaration.name ?? declaration.use, taken), declaration }));
}

interface Entry {
  readonly owner: string;
  readonly field: string;
  readonly dataType: string;
  readonly category: string;
  readonly purposes: readonly string[];
}

function entriesOf(dataset: FidesDataset, purposes: readonly Purpose[], catalog: Catalog): Entry[] {
  return dataset.collections.flatMap(({ name, fields }) =>
    fields.flatMap((field): Entry[] => {
      const [dataType] = field.categories.flatMap((category) => dataTypeOf(category, catalog.fides) ?? []);
      const known = dataType === undefined ? undefined : catalog.dataTypes.get(dataType);
      // A key that points at a person needs no entry of its own.
      if (!known || known.id === "person_reference") return [];
      const own = purposes.filter(({ declaration }) => concerns(declaration, dataset.key, name, field.categories));
      return [
        {
          owner: name,
          field: field.name,
          dataType: known.id,
          category: known.category,
          purposes: own.map(({ id }) => id),
        },
      ];
    }),
  );
}

/** Whether a declaration speaks of data of this kind in this collection. */
function concerns(
  { datasets, categories }: FidesDeclaration,
  dataset: string,
  collection: string,
  own: readonly string[],
): boolean {
  const named = datasets.some((key) => key === dataset || key === `${dataset}.${collection}`);
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  return named && own.some((category) => categories.some((declared) => within(category, declared)));
}

function head({ organisation }: FidesManifest, words: DraftWords): string[] {
  const officer = organisation?.officer;
  return [
    ...words.fides.header.map((line) => `# ${line}`),
    "version: 1",
    `# ${words.controller}`,
    "controller:",
    `  name: ${scalar(organisation?.name ?? words.controllerName)}`,
    `  country: ZZ # ${words.fides.country}`,
    ...(officer
      ? [
          `  dpo: ${flow({
            name: officer.name,
            ...(officer.email && { email: officer.email }),
            ...(officer.phone && { phone: officer.phone }),
          })}`,
        ]
      : []),
  ];
}

function section(name: string, comment: string, lines: readonly string[], empty = "{}"): string[] {
  if (lines.length === 0) return [`${name}: ${empty}`];
  return [`${name}:`, ...(comment === "" ? [] : [`  # ${comment}`]), ...lines.map((line) => `  ${line}`)];
}

function subjectLines({ declarations }: FidesManifest, { fides }: Catalog): string[] {
  const subjects = [...new Set(declarations.flatMap((declaration) => declaration.subjects))].sort(compareText);
  return subjects.filter(isId).map((id) => {
    const kind = Object.hasOwn(fides.subjects, id) ? fides.subjects[id]! : "other";
    return `${scalar(id)}: ${flow({ kind })}`;
  });
}

function categoryLines(entries: readonly Entry[], catalog: Catalog, words: DraftWords): string[] {
  const categories = groupBy(entries, ({ category }) => category);
  return [...categories]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([id, members]) => {
      const items = [...new Set(members.map(({ dataType }) => dataType))].sort(compareText);
      const kind = items.map((item) => catalog.dataTypes.get(item)!.categoryKind).find((each) => each !== "general");
      const line = `${scalar(id)}: ${flow({ ...(kind && { kind }), items })}`;
      return kind ? [`# ${words.special}`, line] : [line];
    });
}

function purposeLines(purposes: readonly Purpose[], { fides }: Catalog, words: DraftWords): string[] {
  return purposes.flatMap(({ id, declaration: { name, use, subjects, basis, system } }) => {
    const type = basis !== null && Object.hasOwn(fides.bases, basis) ? fides.bases[basis]! : null;
    const sells = fides.marketing.some((each) => use === each || use.startsWith(`${each}.`));
    return [
      `# ${comment(`${system}: ${use}`)}`,
      `${scalar(id)}:`,
      `  title: ${JSON.stringify(name ?? use)}`,
      `  subjects: ${flowList(subjects.filter(isId))}`,
      type
        ? `  bases: [{ type: ${type} }]`
        : `  bases: [] # ${words.bases}${basis ? ` (Fides: ${comment(basis)})` : ""}`,
      `  retention: ${scalar(id)}`,
      ...(sells ? ["  marketing: true"] : []),
    ];
  });
}

function retentionLines(purposes: readonly Purpose[], words: DraftWords): string[] {
  return purposes.flatMap(({ id, declaration: { retention } }) => [
    `${scalar(id)}:`,
    retention === null ? `  period: # ${words.period}` : `  period: P${retention}D`,
    `  # start: ${words.start}`,
    `  # action: ${words.action}`,
  ]);
}

function storeLines(datasets: readonly FidesDataset[]): string[] {
  const taken = new Set<string>();
  return datasets.map(({ key, name, collections }) => {
    const owners = collections.map((collection) => collection.name).filter(isPlainName);
    const value = {
      ...(name !== null && { title: name }),
      type: "unknown",
      country: "ZZ",
      ...(owners.length > 0 && { matches: owners.map((owner) => `${alternatives(ownerNames(owner))}.*`) }),
    };
    return `${scalar(isId(key) ? key : idFor(key, taken))}: ${flow(value)}`;
  });
}

function processorLines({ processors }: FidesManifest): string[] {
  return processors
    .filter(({ key }) => isId(key))
    .map(
      ({ key, name }) =>
        `${scalar(key)}: ${flow({ ...(name !== null && { name }), role: "processor", country: "ZZ" })}`,
    );
}

/** The reader of selectors has its limit. */
const MOST_NAMES = 6;

function fieldLines(entries: readonly Entry[]): string[] {
  const groups = groupBy(entries, ({ owner, category, purposes }) => JSON.stringify([owner, category, purposes]));
  return [...groups.values()].flatMap((members) => {
    const { owner, category, purposes } = members[0]!;
    const lines: string[] = [];
    const names = [...new Set(members.map(({ field }) => field))];
    for (let from = 0; from < names.length; from += MOST_NAMES) {
      const fields = names.slice(from, from + MOST_NAMES).flatMap(fieldNames);
      const match = `${alternatives(ownerNames(owner))}.${alternatives(fields)}`;
      lines.push(`- ${flow({ match, category, purposes })}`);
    }
    return lines;
  });
}

function alternatives(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `{${names.join(",")}}`;
}

function comment(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
}

/** As the schema has it. */
function isId(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(text);
}
