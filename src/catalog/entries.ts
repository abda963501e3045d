import type { CatalogRecipient, DataType, LawFact, Rule } from "../model/index.js";
import { readCatalogFile } from "./read-yaml.js";

/** Reads files of one kind into strict entries by id; a later file replaces an earlier one of the same id. */
export async function readEntries<Raw, Entry extends { readonly id: string }>(
  files: readonly string[],
  schema: string,
  normalise: (raw: Raw) => Entry,
): Promise<Map<string, Entry>> {
  const entries = await Promise.all(files.map(async (file) => normalise(await readCatalogFile<Raw>(file, schema))));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

type Loose<Entry> = Partial<Entry> & Pick<Entry, Extract<keyof Entry, "id">>;

export function toRule(raw: Loose<Rule>): Rule {
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

export function toLawFact(raw: Loose<LawFact>): LawFact {
  return { article: null, validTo: null, verifiedOn: null, ...raw } as LawFact;
}

export function toDataType(raw: Loose<DataType>): DataType {
  return { categoryKind: "general", special: null, ...raw, lexicon: raw } as unknown as DataType;
}

const NO_DETAILS = { lifetime: null, purpose: null };

export function toRecipient(raw: Loose<CatalogRecipient>): CatalogRecipient {
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
