import type { Language, Regime, Severity } from "./finding.js";
import type { Place } from "./place.js";

/**
 * The data map after loading: asserted against its schema and made strict. Absent sections are empty, absent values null, ids are keys,
 * scalars that may be lists are lists, and every entry knows its place. Nothing past this point asks whether a key exists.
 */
export interface DataMap {
  /** Files it was read from, the main one first; POSIX-relative to the root where they lie under it. */
  readonly files: readonly string[];
  readonly regimes: readonly Regime[];
  readonly controller: Controller;
  readonly policy: Policy | null;
  readonly components: ReadonlyMap<string, Component>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly minors: Minors | null;
  readonly categories: ReadonlyMap<string, Category>;
  readonly specialExemptions: readonly SpecialExemption[];
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly consents: ReadonlyMap<string, Consent>;
  readonly retention: ReadonlyMap<string, RetentionRule>;
  readonly stores: ReadonlyMap<string, Store>;
  readonly fields: readonly FieldEntry[];
  readonly notPersonal: readonly NotPersonalEntry[];
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly cookies: ReadonlyMap<string, Cookie>;
  readonly rights: ReadonlyMap<RightKind, Right>;
  readonly complaintChannel: string | null;
  readonly security: ReadonlyMap<string, EvidenceEntry>;
  readonly organisation: ReadonlyMap<string, EvidenceEntry>;
  readonly incidents: Incidents | null;
  readonly audit: AuditSettings;
  /** References to ids that no section defines, and clauses YAML read as numbers: complaints of the rules, not of the loader. */
  readonly unresolved: readonly UnresolvedReference[];
}

/** Anything written in the map: where it stands, and its path for people (`purposes.account.bases[0]`). */
export interface Entry {
  readonly place: Place;
  readonly path: string;
}

export interface Controller extends Entry {
  readonly name: string;
  readonly country: string;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly address: string | null;
  readonly sites: readonly string[];
  readonly restrictedMessengerOperator: boolean;
  readonly dpo: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly appointedBy: string | null;
  } | null;
  readonly representative: string | null;
  readonly art22: Art22Filing | null;
  readonly art12: readonly Art12Filing[];
}

export interface Art22Filing extends Entry {
  readonly number: string;
  readonly filed: string;
  readonly updated: string | null;
  readonly processingStart: string | null;
  readonly regions: readonly string[];
  readonly endCondition: string | null;
  readonly snapshot: string | null;
}

export interface Art12Filing extends Entry {
  readonly country: string;
  readonly filed: string;
  readonly status: "filed" | "allowed" | "restricted" | "banned";
}

export interface Policy extends Entry {
  readonly file: string;
  readonly url: string | null;
  readonly version: string | null;
  readonly effective: string | null;
  /** Topic of a rule → clause number in the user's own policy. */
  readonly clauses: ReadonlyMap<string, string>;
}

export interface Component extends Entry {
  readonly globs: readonly string[];
}

export type SubjectKind =
  | "contractor"
  | "registered_user"
  | "anonymous_visitor"
  | "partner"
  | "employee"
  | "end_customer"
  | "patient"
  | "other";

export interface Subject extends Entry {
  readonly title: string | null;
  readonly kind: SubjectKind;
  readonly clause: string | null;
  readonly citizenship: readonly string[];
  readonly count: number | null;
}

export interface Minors extends Entry {
  readonly audience: "adult_only" | "mixed" | "children";
  readonly minAge: number | null;
  readonly gate: string | null;
}

export type CategoryKind = "general" | "special" | "biometric" | "criminal" | "anonymised" | "distribution_permitted";

export interface Category extends Entry {
  readonly title: string | null;
  readonly kind: CategoryKind;
  readonly clause: string | null;
  /** Ids of data types. */
  readonly items: readonly string[];
  readonly freeText: boolean;
  readonly masking: string | null;
}

export interface SpecialExemption extends Entry {
  readonly category: string;
  readonly purposes: readonly string[];
  readonly kind: "law" | "written_consent" | "contract";
  readonly ref: string;
  readonly approvedBy: string | null;
  readonly reviewBy: string | null;
}

export type Operation =
  | "collection"
  | "recording"
  | "systematisation"
  | "accumulation"
  | "storage"
  | "update"
  | "retrieval"
  | "use"
  | "distribution"
  | "provision"
  | "access"
  | "anonymisation"
  | "blocking"
  | "deletion"
  | "destruction";

export type BasisType =
  | "consent"
  | "law"
  | "contract"
  | "legitimate_interest"
  | "statutory_disclosure"
  | "distribution_consent"
  | "made_public";

export interface Basis extends Entry {
  readonly type: BasisType;
  readonly ref: string | null;
  readonly clause: string | null;
  readonly gdpr: string | null;
}

export interface Purpose extends Entry {
  readonly title: string;
  readonly clause: string | null;
  readonly subjects: readonly string[];
  /** Category ids it may use; null when the map does not say. */
  readonly categories: readonly string[] | null;
  readonly mode: "automated" | "manual" | "mixed" | null;
  readonly transfer: "none" | "internal_net" | "internet" | null;
  readonly operations: readonly Operation[] | null;
  readonly bases: readonly Basis[];
  /** Retention rule for all its data, or by category id. */
  readonly retention: string | null;
  readonly retentionByCategory: ReadonlyMap<string, string>;
  readonly recipients: readonly string[];
  readonly incompatibleWith: readonly string[];
  readonly marketing: boolean;
  readonly automatedDecision: boolean;
}

export interface Consent extends Entry {
  readonly document: string;
  readonly version: string;
  readonly standalone: boolean | null;
  readonly written: boolean | null;
  readonly capture: string;
  readonly withdraw: string | null;
  readonly proof: string | null;
}

export interface RetentionRule extends Entry {
  /** ISO 8601 duration, `session`, or business days such as `10bd`; null where the map leaves it open. */
  readonly period: string | null;
  readonly start: "collected_at" | "last_activity" | "contract_end" | "consent_withdrawn" | "purpose_reached" | null;
  readonly justification: string | null;
  readonly action: "destroy" | "anonymise" | null;
  readonly method: string | null;
  readonly deadline: string | null;
  readonly implementedBy: readonly string[];
  readonly log: string | null;
  readonly backups: string | null;
}

export interface Store extends Entry {
  readonly title: string | null;
  readonly type: string;
  readonly country: string;
  readonly address: string | null;
  readonly ownDataCentre: boolean | null;
  readonly dataCentreOperator: string | null;
  readonly role: "primary" | "replica" | "backup" | "cache" | "log";
  readonly threatType: 1 | 2 | 3 | null;
  readonly declaredLevel: 1 | 2 | 3 | 4 | null;
  readonly encryption: string | null;
  readonly retention: string | null;
  readonly matches: readonly string[];
}

/** One line of `fields:`. `category` and `purposes` may be empty: the rules say so, not the loader. */
export interface FieldEntry extends Entry {
  readonly match: readonly string[];
  readonly category: string | null;
  readonly item: string | null;
  readonly purposes: readonly string[];
  readonly subjects: readonly string[];
  readonly store: string | null;
  readonly retention: string | null;
  readonly source: string | null;
  readonly required: boolean | null;
  readonly scopes: readonly string[];
  readonly note: string | null;
}

export interface NotPersonalEntry extends Entry {
  readonly match: readonly string[];
  readonly because: string;
  readonly by: string | null;
  readonly reviewBy: string | null;
}

export interface Recipient extends Entry {
  readonly vendor: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly role: "processor" | "independent" | "joint" | "ads" | "authority";
  readonly country: string;
  readonly categories: readonly string[] | null;
  readonly agreement: {
    readonly ref: string;
    readonly date: string | null;
    readonly art6_3: boolean;
    readonly gdprArt28: boolean;
    readonly expires: string | null;
  } | null;
  readonly crossBorder: {
    readonly filing: string | null;
    readonly basis: string | null;
    readonly gdprTool: "adequacy" | "scc" | "bcr" | "derogation_49" | null;
  } | null;
}

export interface Cookie extends Entry {
  readonly party: "first" | "third";
  readonly kind: "necessary" | "functional" | "analytics" | "ads";
  readonly lifetime: string;
  readonly holdsPersonalData: boolean;
  readonly vendor: string | null;
  readonly purposes: readonly string[];
  readonly consent: string | null;
  readonly setBy: string | null;
}

export type RightKind = "access" | "rectify" | "block" | "erase" | "stop" | "unsubscribe";

export interface Right extends Entry {
  readonly entry: string;
  readonly deadline: string | null;
  readonly reaches: readonly string[];
}

export interface EvidenceEntry extends Entry {
  readonly clause: string | null;
  readonly evidence: string;
  readonly owner: string | null;
  readonly reviewed: string;
  readonly validFor: string;
}

export interface Incidents extends Entry {
  readonly runbook: string;
  readonly regulatorInitial: string | null;
  readonly regulatorFollowUp: string | null;
  readonly gdpr: string | null;
}

export interface RuleSetting extends Entry {
  readonly severity: Severity | "off";
  readonly because: string | null;
}

export interface AuditSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly failOn: Severity | null;
  readonly language: Language | null;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly dataTypes: readonly string[];
  readonly recipients: readonly string[];
  readonly rulesFrom: readonly string[];
}

export interface UnresolvedReference extends Entry {
  /** Section in which the id was looked for (`categories`), or `clause` for a clause number YAML read as a number. */
  readonly section: string;
  readonly value: string;
  /** The closest id that does exist, or null. */
  readonly nearest: string | null;
}
