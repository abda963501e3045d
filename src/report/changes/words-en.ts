import type { Aspect, Change, ChangeAbout } from "../../model/index.js";
import type { Phrase } from "../../words/index.js";

export type ChangeKey =
  | `head.${ChangeAbout}`
  | `kind.${Change["kind"]}`
  | `aspect.${Aspect}`
  | "title"
  | "none"
  | "none-long"
  | "count"
  | "yes"
  | "nothing"
  | "was-now"
  | "more"
  | "business-days"
  | "session"
  | "from-to";

export const en = {
  title: "What changes in the processing of personal data",
  "from-to": "From {before} to {after}",
  none: "Nothing changes in the processing of personal data",
  "none-long": "The same data, purposes, recipients, countries, stores and terms.",
  count: { one: "{n} change", other: "{n} changes" },
  more: { one: "and {n} more", other: "and {n} more" },
  yes: "yes",
  nothing: "none",
  "was-now": "{before} → {after}",
  "business-days": { one: "{n} business day", other: "{n} business days" },
  session: "until the end of the session",

  "head.data-type": "Data that are collected",
  "head.purpose": "Purposes",
  "head.recipient": "Recipients",
  "head.country": "Countries",
  "head.store": "Places where data are kept",
  "head.term": "Terms",
  "head.category": "Categories of data",
  "head.subject": "People whose data are processed",
  "head.cookie": "Cookies",
  "head.field": "Fields",

  "kind.added": "new",
  "kind.removed": "no longer",
  "kind.changed": "changed",

  "aspect.title": "name",
  "aspect.data-types": "data",
  "aspect.fields": "in",
  "aspect.category": "category",
  "aspect.categories": "categories of data",
  "aspect.purposes": "purposes",
  "aspect.subjects": "people",
  "aspect.bases": "legal basis",
  "aspect.recipients": "recipients",
  "aspect.operations": "operations",
  "aspect.transfer": "transfer",
  "aspect.marketing": "marketing",
  "aspect.automated": "automated decisions",
  "aspect.retention": "term",
  "aspect.retention-by-category": "term by category",
  "aspect.stores": "kept in",
  "aspect.kind": "kind",
  "aspect.special": "special category",
  "aspect.not-personal": "declared not to be personal data",
  "aspect.seen-in-code": "in the code",
  "aspect.declared": "in the data map",
  "aspect.role": "role",
  "aspect.country": "country",
  "aspect.agreement": "agreement",
  "aspect.safeguard": "safeguard of the transfer",
  "aspect.used-by": "reached through",
  "aspect.period": "how long",
  "aspect.start": "counted from",
  "aspect.action": "and then",
  "aspect.deadline": "carried out within",
  "aspect.backups": "in backups",
  "aspect.type": "type",
  "aspect.lifetime": "lifetime",
  "aspect.party": "set by",
} as const satisfies Record<ChangeKey, Phrase>;

/** Values of the map's own vocabulary, as people say them. */
export const enValues: Readonly<Record<string, string>> = {
  collected_at: "collection",
  last_activity: "the last activity",
  contract_end: "the end of the contract",
  consent_withdrawn: "withdrawal of consent",
  purpose_reached: "the purpose being reached",
  destroy: "destroyed",
  anonymise: "anonymised",
  processor: "processor",
  independent: "independent controller",
  joint: "joint controller",
  ads: "advertising",
  authority: "public authority",
  consent: "consent",
  law: "law",
  contract: "contract",
  legitimate_interest: "legitimate interest",
  statutory_disclosure: "disclosure required by law",
  distribution_consent: "consent to distribution",
  made_public: "made public by the person",
  general: "general",
  special: "special",
  biometric: "biometric",
  criminal: "criminal record",
  anonymised: "anonymised",
  distribution_permitted: "permitted for distribution",
  first: "this site",
  third: "a third party",
  necessary: "necessary",
  functional: "functional",
  analytics: "analytics",
  primary: "primary",
  replica: "replica",
  backup: "backup",
  cache: "cache",
  log: "log",
  none: "none",
  internal_net: "within the controller's network",
  internet: "over the internet",
  contractor: "contractors",
  registered_user: "registered users",
  anonymous_visitor: "visitors",
  partner: "partners",
  employee: "employees",
  end_customer: "customers",
  patient: "patients",
  other: "others",
  adequacy: "adequacy decision",
  scc: "standard contractual clauses",
  bcr: "binding corporate rules",
  derogation_49: "derogation under art. 49",
};
