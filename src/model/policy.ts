import type { Language } from "./finding.js";

/** What clauses of a policy are about: decides which of their words mean what. */
export type PolicyTopic =
  | "definitions"
  | "scope"
  | "data"
  | "purposes"
  | "subjects"
  | "cookies"
  | "principles"
  | "bases"
  | "retention"
  | "recipients"
  | "transfer"
  | "special"
  | "minors"
  | "advertising"
  | "rights"
  | "requests"
  | "security"
  | "liability"
  | "changes"
  | "contacts";

export type StatementKind =
  /** Value: a data type of the catalogue. Data that the operator processes. */
  | "data-type"
  /** Value: a special category. `denied` where the text says that none is processed. */
  | "special"
  /** Value: `contract`, a ground on which the text says special categories are processed after all. */
  | "special-exemption"
  /** Value: a class of purposes. */
  | "purpose"
  /** Value: what makes the wording vague. */
  | "vague-purpose"
  /** Value: a kind of data subject, as the map has them. */
  | "subject"
  /** Value: a recipient of the catalogue, named in the text. */
  | "recipient"
  /** Value: a class of recipients, by the kinds of the catalogue; `third-parties` for any. */
  | "recipient-class"
  /** Value: `any`, or what cookies are for or how long they stay. */
  | "cookie"
  /** Value: a duration in ISO 8601, or a condition. */
  | "retention"
  /** Value: a country code, or `EEA`. Where data are kept. */
  | "location"
  /** Value: `abroad`. `denied` where the text says that data stay in the country. */
  | "transfer"
  /** Value: the age below which the service is for nobody, or `allowed`. */
  | "minors"
  /** Value: `none`, `sends` or `ads`. */
  | "advertising"
  /** Value: a right of the data subject. */
  | "right"
  /** Value: how a request is made: `email`, `identity-document`, `signature`, `post`, `form`. */
  | "request"
  /** Value: a legal basis, as the map has them. */
  | "basis"
  /** Value: `implied`, `continued-use`, `bundled` or `withdrawal`. */
  | "consent"
  /** Value: `named`, or `contact` where an address stands beside. */
  | "responsible"
  /** Value: an address. */
  | "email"
  /** Value: digits of the number. */
  | "inn"
  | "ogrn"
  /** Value: an ISO date. */
  | "effective"
  | "version"
  /** Value: a measure of protection. */
  | "security";

/** Something a clause says. */
export interface PolicyStatement {
  readonly kind: StatementKind;
  readonly value: string;
  /** The text says that this is not so. */
  readonly denied: boolean;
  /** The words it was read from, on one line. */
  readonly quote: string;
  readonly line: number;
}

export interface PolicyClause {
  /** As the text has it, else made of the numbers of its section and paragraph. */
  readonly number: string;
  /** Whether the text numbers the clause itself. */
  readonly numbered: boolean;
  /** Lines in the file; paragraphs where a file has no lines. Counted from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Headings above it, the outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  readonly topics: readonly PolicyTopic[];
  readonly statements: readonly PolicyStatement[];
}

/** A published policy, read. */
export interface PolicyText {
  /** POSIX-relative to the root of the audit. */
  readonly file: string;
  readonly language: Language;
  readonly clauses: readonly PolicyClause[];
  /** Text by lines, as `line` of clauses counts them. */
  readonly lines: readonly string[];
}

/** The published policy: read, or why not. `elsewhere`: at an address, which is not opened. */
export type PublishedPolicy =
  | { readonly read: true; readonly text: PolicyText }
  | { readonly read: false; readonly reason: "undeclared" | "no-file" | "unreadable" | "elsewhere" };

/** A line of the vocabulary: wordings that say one thing. */
export interface PolicyWording {
  readonly kind: StatementKind;
  readonly value: string;
  /** Only in clauses about one of these. */
  readonly topics?: readonly PolicyTopic[];
  /** Never in clauses about one of these. */
  readonly notTopics?: readonly PolicyTopic[];
  /** Also outside its topics, where one of these words stands in the same sentence. */
  readonly orWith?: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Patterns, each with a sentence that it is found in. */
  readonly en?: Readonly<Record<string, string>>;
  readonly ru?: Readonly<Record<string, string>>;
  /** Patterns that take the meaning away when they stand in the same sentence. */
  readonly unless?: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** What becomes of it in a sentence that says "not": it is denied, is no statement (default), or stays as it is. */
  readonly negated?: "denied" | "dropped" | "kept";
  /** Sentences in which it must not be found. */
  readonly no?: Readonly<Partial<Record<Language, readonly string[]>>>;
}

/** Words by which the topics of clauses are known. */
export interface TopicWording {
  readonly topic: PolicyTopic;
  readonly en: Readonly<Record<string, string>>;
  readonly ru: Readonly<Record<string, string>>;
}

/** How published policies are worded: the files of `rules/catalog/policy/`. */
export interface PolicyVocabulary {
  readonly topics: readonly TopicWording[];
  readonly wordings: readonly PolicyWording[];
  readonly names: PolicyNames;
}

export interface PolicyNames {
  /** Names that texts use for recipients beside their titles. */
  readonly recipients: Readonly<Record<string, readonly string[]>>;
  /** Titles of recipients that are words of the language as well: they count only beside other recipients or in clauses about them. */
  readonly ordinary: readonly string[];
  /** Names of countries, by code. */
  readonly countries: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
  /** Data types that are told when another one is. */
  readonly impliedBy: Readonly<Record<string, readonly string[]>>;
}
