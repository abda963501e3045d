import type {
  Catalog,
  CatalogRecipient,
  Confidence,
  Cookie,
  Inventory,
  Language,
  Minors,
  Recipient,
  Regime,
} from "../model/index.js";
import { compareText } from "../model/index.js";
import { draftAnswers, type DraftStore } from "./draft-answers.js";
import { draftFields, type DraftCategory, type DraftEntry } from "./draft-fields.js";
import { likelyPurposes, marketingPurposes, purposeOfRecipient, type LikelyPurpose } from "./draft-purposes.js";
import { draftWords, type DraftPurpose, type DraftWords } from "./draft-words.js";
import { durationInDays } from "./duration.js";
import { flow, flowList, scalar } from "./write-yaml.js";

export interface DraftOptions {
  /** Language of the questions. */
  readonly language: Language;
  /** Name of the controller; a question when left out. */
  readonly name?: string;
  /** Country of the controller, ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Fields below it are not declared. */
  readonly minConfidence?: Confidence;
  /** Laws to audit by; both when left out. */
  readonly regimes?: readonly Regime[];
  /** Purposes that somebody has confirmed: what the code shows of them is sorted under them, the rest stays a question. */
  readonly purposes?: readonly LikelyPurpose[];
  readonly stores?: readonly DraftStore[];
  readonly audience?: Minors["audience"];
  /** Where editors find the JSON Schema. */
  readonly schema?: string;
}

const defaultSchema = "./node_modules/opis/rules/schemas/datamap.schema.json";

/**
 * YAML of a map in which everything found in the code is declared, with a proposed category, and every purpose, basis and term is a question.
 * It loads without complaint; what the rules still ask are the questions. No exemption, agreement or term is made up.
 */
export function draftDataMap(inventory: Inventory, catalog: Catalog, options: DraftOptions): string {
  const words: DraftWords = draftWords[options.language];
  const chosen = new Set(options.purposes);
  const drafted = draftFields(inventory.fields, catalog, options.minConfidence ?? "medium", chosen);
  const { entries, categories } = drafted;
  // What stays on the visitor's device reaches nobody.
  const recipients = inventory.recipients
    .map(({ id }) => id)
    .filter((id) => catalog.recipients.get(id)?.kind !== "device");
  const used = new Set([...drafted.purposes, ...chosen]);
  if (inventory.cookies.length > 0) used.add("site");
  const sections = [
    header(words, options),
    ...draftAnswers(options, inventory, words).map(({ name, comment, lines }) => section(name, comment, lines)),
    section("categories", words.categories, categoryLines(categories, freeTextTypes(catalog), words)),
    section("purposes", words.purposes, purposeLines([...used], words)),
    section("retention", words.retention, retentionLines([...used], words)),
    fieldSection(entries, words),
    ...optional("recipients", words.recipients, recipientLines(recipients, catalog)),
    ...optional("cookies", words.cookies, cookieLines(inventory, catalog, chosen)),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function header(words: DraftWords, options: DraftOptions): string[] {
  const country = options.country ?? (options.language === "ru" ? "RU" : "ZZ");
  return [
    `# yaml-language-server: $schema=${(options.schema ?? defaultSchema).replace(/\s/g, "%20")}`,
    ...words.header.map((line) => `# ${line}`),
    "version: 1",
    `# ${words.controller}`,
    `controller: ${flow({ name: options.name ?? words.controllerName, country })}`,
    ...(options.regimes ? [`regimes: ${flowList(options.regimes)}`] : []),
  ];
}

function section(name: string, comment: string, lines: readonly string[], empty = "{}"): string[] {
  if (lines.length === 0) return [`${name}: ${empty}`];
  return [`${name}:`, ...(comment === "" ? [] : [`  # ${comment}`]), ...lines.map((line) => `  ${line}`)];
}

function optional(name: string, comment: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [section(name, comment, lines)];
}

function categoryLines(
  categories: ReadonlyMap<string, DraftCategory>,
  freeText: ReadonlySet<unknown>,
  words: DraftWords,
): string[] {
  return byKey(categories).flatMap(([id, { kind, items }]) => {
    const value = { ...(kind !== "general" && { kind }), items: [...items].sort(compareText) };
    const isFree = [...items].some((item) => freeText.has(item));
    const line = `${scalar(id)}: ${flow(isFree ? { ...value, freeText: true } : value)}`;
    return [...(kind === "general" ? [] : [`# ${words.special}`]), ...(isFree ? [`# ${words.freeText}`] : []), line];
  });
}

/** Data types in which people write what they like, as the rule on free text has them. */
function freeTextTypes({ rules }: Catalog): ReadonlySet<unknown> {
  const dataTypes = rules.get("special/free-text")?.parameters["dataTypes"];
  return new Set(Array.isArray(dataTypes) ? dataTypes : []);
}

const draftPurposes: readonly (DraftPurpose | LikelyPurpose)[] = [...likelyPurposes, "service", "site", "special_data"];

function purposeLines(used: readonly string[], words: DraftWords): string[] {
  return ordered(used).flatMap((id) => [
    `${scalar(id)}:`,
    `  title: ${scalar(titleOf(id, words))}`,
    ...(marketingPurposes.has(id) ? ["  marketing: true"] : []),
    `  subjects: [] # ${words.subjects}`,
    `  bases: [] # ${words.bases}`,
    `  retention: ${scalar(id)}`,
  ]);
}

function retentionLines(used: readonly string[], words: DraftWords): string[] {
  return ordered(used).flatMap((id) => [
    `${scalar(id)}:`,
    `  period: # ${words.period}`,
    `  # start: # ${words.start}`,
    `  # action: # ${words.action}`,
  ]);
}

function titleOf(id: string, { purposeTitles, likelyTitles }: DraftWords): string {
  const titles: Readonly<Record<string, string>> = { ...purposeTitles, ...likelyTitles };
  return Object.hasOwn(titles, id) ? titles[id]! : `? ${id}`;
}

function ordered(used: readonly string[]): string[] {
  return [
    ...draftPurposes.filter((id) => used.includes(id)),
    ...used.filter((id) => !(draftPurposes as readonly string[]).includes(id)).sort(compareText),
  ];
}

const widest = 120;

function fieldSection(entries: readonly DraftEntry[], words: DraftWords): string[] {
  const lines = entries.flatMap(({ match, category, purposes, kind }) => {
    const line = `- ${flow({ match: match.length === 1 ? match[0]! : match, category, purposes })}`;
    const question = kind === "general" ? [] : [`# ${words.special}`];
    if (line.length <= widest) return [...question, line];
    const list = match.map((selector) => `    - ${scalar(selector)}`);
    return [...question, "- match:", ...list, `  category: ${scalar(category)}`, `  purposes: ${flowList(purposes)}`];
  });
  return section("fields", words.fields, lines, "[]");
}

/** What a recipient of each kind most often is in law; anything else processes on the controller's behalf. */
const likelyRoles: ReadonlyMap<string, Recipient["role"]> = new Map([
  ["ads", "ads"],
  ["social", "independent"],
  ["messenger", "independent"],
  ["payment", "independent"],
]);

function recipientLines(ids: readonly string[], catalog: Catalog): string[] {
  return [...ids].sort(compareText).map((id) => {
    const known = catalog.recipients.get(id);
    const role = likelyRoles.get(known?.kind ?? "") ?? "processor";
    const country = known?.country ?? "ZZ";
    // Where the catalogue knows no country, it knows no company either: which one it is depends on settings (a mail server's host).
    const name = known?.country ? { name: known.vendor } : {};
    return `${scalar(id)}: ${flow({ ...name, role, country })}`;
  });
}

/** As the schema has it. */
const cookieName = /^[^\s;\u0000-\u001f\u007f]+$/;

function cookieLines(inventory: Inventory, catalog: Catalog, chosen: ReadonlySet<LikelyPurpose>): string[] {
  const writable = inventory.cookies.filter(({ name }) => cookieName.test(name));
  const names = new Map(writable.map((cookie) => [cookie.name, cookie.recipient]));
  return byKey(names).map(([name, recipient]) => {
    const known = recipient === null ? undefined : catalog.recipients.get(recipient);
    const likely = purposeOfRecipient(known?.kind);
    const declared = inventory.recipients.some(({ id }) => id === recipient);
    const value = {
      party: known ? "third" : "first",
      kind: kindOf(known),
      lifetime: lifetimeOf(name, known),
      ...(recipient !== null && declared && { vendor: recipient }),
      purposes: [likely && chosen.has(likely) ? likely : "site"],
    };
    return `${scalar(name)}: ${flow(value)}`;
  });
}

function kindOf(recipient: CatalogRecipient | undefined): Cookie["kind"] {
  if (!recipient) return "functional";
  return recipient.kind === "ads" || recipient.kind === "social" ? "ads" : "analytics";
}

function lifetimeOf(name: string, recipient: CatalogRecipient | undefined): string {
  const lifetime = recipient?.cookies.find((cookie) => cookie.name === name)?.lifetime ?? "";
  return durationInDays(lifetime) === null ? "session" : lifetime;
}

function byKey<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
