import type { BasisType, CategoryKind, SubjectKind } from "./data-map.js";
import type { Severity, Regime, Words } from "./finding.js";
import type { Special } from "./inventory.js";
import type { PolicyVocabulary } from "./policy.js";

/**
 * Rules, data types and recipients as the tool ships them and as users add to them. The files under `rules/` are the truth; these are
 * their strict forms.
 */
export interface Catalog {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly dataTypes: ReadonlyMap<string, DataType>;
  readonly recipients: ReadonlyMap<string, CatalogRecipient>;
  /** What the names of records say about them: see `rules/catalog/owners.yaml`. */
  readonly owners: OwnerLexicon;
  /** Words inside field names that change what the name means: see `rules/catalog/names.yaml`. */
  readonly names: NameLexicon;
  /** Words by which values are followed through code: see `rules/catalog/flows.yaml`. */
  readonly flows: FlowLexicon;
  /** Words of published policies: see `rules/catalog/policy/`. */
  readonly policy: PolicyVocabulary;
  /** Where providers keep data: see `rules/catalog/regions.yaml`. */
  readonly regions: RegionCatalog;
  /** The taxonomy of Fides beside one's own: see `rules/catalog/fides.yaml`. */
  readonly fides: FidesTaxonomy;
  /** Periods, lists and dates that acts of law fix: what rules refer to by id instead of holding it themselves. */
  readonly law: ReadonlyMap<string, LawFact>;
}

/**
 * One statement of the law as data: in force from `validFrom` up to and including `validTo`. `confidence` tells how well it is founded:
 * `official` (the act's own text was read), `secondary` (commentary), `weak` (reported, unconfirmed).
 */
export interface LawFact {
  readonly id: string;
  readonly title: Words;
  readonly regime: Regime;
  readonly act: Words;
  readonly article: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly confidence: "official" | "secondary" | "weak";
  readonly verifiedOn: string | null;
  /** What the statement fixes: a duration, a list of countries, an id; its meaning is the rule's that refers to it. */
  readonly value: unknown;
}

export interface Rule {
  readonly id: string;
  /** Name of the check that computes it; several rules may share one with other parameters. */
  readonly check: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly severity: Severity;
  /** Clause numbers of the policy the catalogue was made from; the map's `policy.clauses` renumbers them by rule id. */
  readonly clauses: readonly string[];
  readonly articles: Readonly<Partial<Record<Regime, readonly string[]>>>;
  /** Regimes under which it applies. */
  readonly regimes: readonly Regime[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly title: Words;
  readonly message: Words;
  readonly explanation: Words;
  readonly remedy: Words;
  /** Words for the values of a placeholder that are neither numbers nor ids of the catalogue: placeholder → value → words. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}

export interface DataType {
  readonly id: string;
  readonly title: Words;
  /** Category that `opis init` proposes. */
  readonly category: string;
  readonly categoryKind: CategoryKind;
  readonly special: Special | null;
  /** The file as written, for the classifier, which alone knows what its patterns mean. */
  readonly lexicon: Readonly<Record<string, unknown>>;
}

export interface OwnerLexicon {
  /** Lines of words; how they are grouped into lines means nothing. */
  readonly [role: string]: readonly (string | readonly string[])[];
}

/** Classes of words, each with its words, as the file has them. */
export interface NameLexicon {
  /** Lines of words; how they are grouped into lines means nothing. */
  readonly [wordClass: string]: readonly (string | readonly string[])[];
}

/** Classes of words, each with its words, as the file has them. */
export interface FlowLexicon {
  /** Lines of words; how they are grouped into lines means nothing. */
  readonly [wordClass: string]: readonly (string | readonly string[])[];
}

/** Countries of the regions that providers of stores have, as of a day. */
export interface RegionCatalog {
  readonly asOf: string;
  readonly providers: readonly StoreProvider[];
}

/** Words of Fides by those of Opis and the other way round, as of a day. */
export interface FidesTaxonomy {
  readonly asOf: string;
  readonly source: string;
  /** Data type → data category of Fides. */
  readonly exports: Readonly<Record<string, string>>;
  /** Data category of Fides, standing for all below it that have no line of their own → data type. */
  readonly imports: Readonly<Record<string, string>>;
  /** Data subject of Fides → kind of subject. */
  readonly subjects: Readonly<Record<string, SubjectKind>>;
  readonly bases: Readonly<Record<string, BasisType>>;
  readonly marketing: readonly string[];
}

export interface StoreProvider {
  readonly id: string;
  /** Ends of host names. */
  readonly hosts?: readonly string[];
  /** Name of the provider in Terraform. */
  readonly terraform?: string;
  /** For a provider that keeps everything in one country. */
  readonly country?: string;
  /** ISO 3166-1 alpha-2 by region. */
  readonly regions: Readonly<Record<string, string>>;
}

export interface CatalogRecipient {
  readonly id: string;
  readonly title: Words;
  readonly vendor: string;
  /** ISO 3166-1 alpha-2 of the contracting recipient as best known, or null; the map overrides it. */
  readonly country: string | null;
  /** What it is used for. `device` is no third party: the code reads the visitor's device or keeps data on it. */
  readonly kind: string;
  /** npm packages; a star at the end stands for any rest of the name. */
  readonly packages: readonly string[];
  /** Names on the page, in the notation of the schema: `name`, `name()`, `name("")`, `name.*`. */
  readonly globals: readonly string[];
  /** Host names, with `*.` for any subdomain and a path where the host alone says too little. */
  readonly hosts: readonly string[];
  /** Hosts of pages one merely links to; no trace. */
  readonly links: readonly string[];
  /** Functions and methods of its packages and globals that hand it data. */
  readonly calls: readonly string[];
  readonly cookies: readonly {
    readonly name: string;
    readonly lifetime: string | null;
    readonly purpose: Words | null;
  }[];
  readonly privacyUrl: string | null;
}
