import type {
  BasisType,
  CategoryKind,
  FieldKind,
  Operation,
  Recipient,
  RetentionRule,
  SinkKind,
  Store,
  StoreKind,
  SubjectKind,
} from "../../../model/index.js";
import type { Phrase } from "../../../words/index.js";

/** Values of the model that the page puts in words: a value added to one of these does not compile until it has its words. */
type TermKey =
  | `subject.${SubjectKind}`
  | `category.${CategoryKind}`
  | `basis.${BasisType}`
  | `operation.${Operation}`
  | `start.${NonNullable<RetentionRule["start"]>}`
  | `action.${NonNullable<RetentionRule["action"]>}`
  | `store-role.${Store["role"]}`
  | `store-kind.${StoreKind}`
  | `recipient-role.${Recipient["role"]}`
  | `sink.${SinkKind}`
  | `place.${FieldKind}`
  | `gdpr-tool.${NonNullable<NonNullable<Recipient["crossBorder"]>["gdprTool"]>}`;

export const enTerms = {
  "subject.contractor": "contractors",
  "subject.registered_user": "registered users",
  "subject.anonymous_visitor": "visitors",
  "subject.partner": "partners",
  "subject.employee": "employees",
  "subject.end_customer": "end customers",
  "subject.patient": "patients",
  "subject.other": "others",

  "category.general": "ordinary data",
  "category.special": "special category",
  "category.biometric": "biometric data",
  "category.criminal": "criminal record",
  "category.anonymised": "anonymised data",
  "category.distribution_permitted": "data that the subject permitted to distribute",

  "basis.consent": "consent",
  "basis.law": "law",
  "basis.contract": "contract",
  "basis.legitimate_interest": "legitimate interest",
  "basis.statutory_disclosure": "disclosure required by law",
  "basis.distribution_consent": "consent to distribution",
  "basis.made_public": "made public by the subject",

  "operation.collection": "collection",
  "operation.recording": "recording",
  "operation.systematisation": "systematisation",
  "operation.accumulation": "accumulation",
  "operation.storage": "storage",
  "operation.update": "rectification (update, change)",
  "operation.retrieval": "retrieval",
  "operation.use": "use",
  "operation.distribution": "transfer (distribution)",
  "operation.provision": "transfer (provision)",
  "operation.access": "transfer (access)",
  "operation.anonymisation": "anonymisation",
  "operation.blocking": "blocking",
  "operation.deletion": "deletion",
  "operation.destruction": "destruction",

  "start.collected_at": "from collection",
  "start.last_activity": "from the last activity",
  "start.contract_end": "from the end of the contract",
  "start.consent_withdrawn": "from the withdrawal of consent",
  "start.purpose_reached": "from the day the purpose is reached",
  "action.destroy": "then destroyed",
  "action.anonymise": "then anonymised",

  "store-role.primary": "primary store",
  "store-role.replica": "replica",
  "store-role.backup": "backup",
  "store-role.cache": "cache",
  "store-role.log": "log",
  "store-kind.database": "database",
  "store-kind.cache": "cache",
  "store-kind.files": "file store",
  "store-kind.search": "search index",
  "store-kind.queue": "queue",
  "store-kind.analytics": "analytics store",
  "store-kind.log": "log store",
  "store-kind.unknown": "store",

  "recipient-role.processor": "processor, acting on instruction",
  "recipient-role.independent": "independent controller",
  "recipient-role.joint": "joint controller",
  "recipient-role.ads": "advertising network",
  "recipient-role.authority": "public authority",

  "sink.log": "Log",
  "sink.error-tracker": "Error tracker",
  "sink.language-model": "Language model",
  "sink.recipient": "Third party",
  "sink.url": "Address of a page",
  "sink.web-storage": "Storage of the browser",
  "sink.cookie": "Cookie",
  "sink.file": "File",
  "sink.queue": "Queue",

  "place.store": "stored record",
  "place.input": "form or request",
  "place.type": "record in the program",
  "place.cookie": "cookie",
  "place.web-storage": "storage of the browser",
  "place.device": "read from the device",

  "gdpr-tool.adequacy": "adequacy decision",
  "gdpr-tool.scc": "standard contractual clauses",
  "gdpr-tool.bcr": "binding corporate rules",
  "gdpr-tool.derogation_49": "derogation of art. 49",

  // Categories that the catalogue proposes where the map has none.
  "proposed.account": "Account",
  "proposed.association": "Membership of associations",
  "proposed.behaviour": "Behaviour",
  "proposed.biometric": "Biometric data",
  "proposed.contact": "Contacts",
  "proposed.content": "Messages and texts",
  "proposed.credentials": "Means of signing in",
  "proposed.criminal": "Criminal record",
  "proposed.employment": "Employment and profession",
  "proposed.family": "Family",
  "proposed.financial": "Income and finances",
  "proposed.genetic": "Genetic data",
  "proposed.health": "Health",
  "proposed.identity": "Identity",
  "proposed.identity_documents": "Identity documents",
  "proposed.intimate": "Intimate life",
  "proposed.location": "Location",
  "proposed.other": "Other",
  "proposed.payment": "Payment",
  "proposed.politics": "Political opinions",
  "proposed.race": "Race and nationality",
  "proposed.religion": "Religious beliefs",
  "proposed.technical": "Technical data",
} as const satisfies Record<TermKey, Phrase> & Record<string, Phrase>;
