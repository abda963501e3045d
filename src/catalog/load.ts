import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog, CatalogRecipient, DataType, LawFact, NameLexicon, OwnerLexicon, Rule } from "../model/index.js";
import { rulesFolder } from "./folder.js";
import { readCatalogFile } from "./read-yaml.js";

/** Files of the user's own that add to the catalogue or replace entries of it by id. Absolute paths. */
export interface CatalogAdditions {
  readonly dataTypes?: readonly string[];
  readonly recipients?: readonly string[];
  readonly rules?: readonly string[];
}

/**
 * The shipped catalogue joined with the user's additions.
 * @throws CatalogError naming file, line and column of the first fault
 */
export async function loadCatalog(additions: CatalogAdditions = {}): Promise<Catalog> {
  const [ruleFiles, dataTypeFiles, recipientFiles, lawFiles, owners, names] = await Promise.all([
    shippedRules(),
    yamlFiles(join(rulesFolder, "catalog", "data-types")),
    yamlFiles(join(rulesFolder, "catalog", "recipients")),
    yamlFiles(join(rulesFolder, "catalog", "law")),
    readCatalogFile<OwnerLexicon>(join(rulesFolder, "catalog", "owners.yaml"), "owners"),
    readCatalogFile<NameLexicon>(join(rulesFolder, "catalog", "names.yaml"), "names"),
  ]);
  const [rules, dataTypes, recipients, law] = await Promise.all([
    readAll([...ruleFiles, ...(additions.rules ?? [])], "rule", toRule),
    readAll([...dataTypeFiles, ...(additions.dataTypes ?? [])], "data-type", toDataType),
    readAll([...recipientFiles, ...(additions.recipients ?? [])], "recipient", toRecipient),
    readAll(lawFiles, "law", toLawFact),
  ]);
  return { rules, dataTypes, recipients, owners, names, law };
}

async function shippedRules(): Promise<string[]> {
  const entries = await readdir(rulesFolder, { withFileTypes: true });
  const themes = entries.filter((entry) => entry.isDirectory() && !["catalog", "schemas"].includes(entry.name));
  return (await Promise.all(themes.map(({ name }) => yamlFiles(join(rulesFolder, name))))).flat();
}

async function yamlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

async function readAll<Raw, Entry extends { readonly id: string }>(
  files: readonly string[],
  schema: string,
  normalise: (raw: Raw) => Entry,
): Promise<Map<string, Entry>> {
  const entries = await Promise.all(files.map(async (file) => normalise(await readCatalogFile<Raw>(file, schema))));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

type Loose<Entry> = Partial<Entry> & Pick<Entry, Extract<keyof Entry, "id">>;

function toRule(raw: Loose<Rule>): Rule {
  return {
    parameters: {},
    clauses: [],
    articles: {},
    regimes: ["152-fz", "gdpr"],
    validFrom: null,
    validTo: null,
    verifiedOn: null,
    values: {},
    ...raw,
  } as Rule;
}

function toLawFact(raw: Loose<LawFact>): LawFact {
  return { article: null, validTo: null, verifiedOn: null, ...raw } as LawFact;
}

function toDataType(raw: Loose<DataType>): DataType {
  return { categoryKind: "general", special: null, ...raw, lexicon: raw } as unknown as DataType;
}

const NO_DETAILS = { lifetime: null, purpose: null };

function toRecipient(raw: Loose<CatalogRecipient>): CatalogRecipient {
  return {
    country: null,
    packages: [],
    globals: [],
    hosts: [],
    links: [],
    calls: [],
    privacyUrl: null,
    ...raw,
    cookies: (raw.cookies ?? []).map((cookie) => ({ ...NO_DETAILS, ...cookie })),
  } as unknown as CatalogRecipient;
}
