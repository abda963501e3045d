import type {
  Confidence,
  Coverage,
  Declared,
  DeclaredMap,
  FieldKind,
  Language,
  Regime,
  Severity,
  SinkKind,
  SkippedFile,
  Special,
  StoreKind,
} from "../../model/index.js";

/** Text in both languages. */
export type Bilingual = readonly [en: string, ru: string];

/** Index into `PageData.texts`: what is said often is kept once. */
export type TextIndex = number;

/** Who has to do something about a finding. */
export type Actor = "developer" | "officer" | "both";

/** A line of code around a place, cut to fit, with what the place marks. */
export interface CodeQuote {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface PagePlace {
  readonly file: string;
  readonly line: number;
  /** Null where the text was not at hand. */
  readonly code: CodeQuote | null;
}

export interface PageStep extends PagePlace {
  readonly role: Bilingual;
}

export interface PageFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly message: TextIndex;
  readonly remedy: TextIndex;
  readonly clauses: readonly string[];
  readonly articles: readonly { readonly regime: Regime; readonly article: string }[];
  readonly actor: Actor;
  readonly place: PagePlace | null;
  readonly steps: readonly PageStep[];
  /** Ids of what it is about. */
  readonly about: {
    readonly fields: readonly string[];
    readonly purposes: readonly string[];
    readonly categories: readonly string[];
    readonly subjects: readonly string[];
    readonly recipients: readonly string[];
    readonly stores: readonly string[];
  };
  /** Not in the result compared with. */
  readonly fresh: boolean;
}

export interface PageSuppressed {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: TextIndex;
  readonly reason: string;
  readonly place: PagePlace | null;
  readonly by: PagePlace | null;
}

export interface PageRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly explanation: Bilingual;
  readonly source: string;
  readonly verifiedOn: string | null;
  /** Indices into `PageData.law`. */
  readonly law: readonly number[];
}

export interface PageLaw {
  readonly id: string;
  readonly title: Bilingual;
  readonly act: Bilingual;
  readonly regime: Regime;
  readonly article: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly confidence: "official" | "secondary" | "weak";
  readonly verifiedOn: string | null;
}

export interface PageField {
  readonly id: string;
  readonly owner: string;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly kind: FieldKind;
  readonly dataType: string;
  readonly category: string | null;
  readonly special: Special | null;
  readonly confidence: Confidence;
  readonly purposes: readonly string[];
  readonly subjects: readonly string[];
  readonly retention: readonly string[];
  readonly stores: readonly string[];
  readonly entry: string | null;
  readonly notPersonal: boolean;
  readonly fresh: boolean;
  readonly evidence: readonly TextIndex[];
}

/** A third party, declared in the map, found in the code, or both. */
export interface PageRecipient {
  readonly id: string;
  readonly title: Bilingual;
  readonly vendor: string | null;
  /** The map's country, else the catalogue's. */
  readonly country: string | null;
  /** Kind in the recipient catalogue: analytics, mail, ads... */
  readonly kind: string | null;
  readonly declared: Declared<"recipients"> | null;
  readonly mentions: readonly { readonly how: string; readonly trace: string; readonly place: PagePlace }[];
  /** How many times it is mentioned; the first few are listed. */
  readonly mentioned: number;
}

export interface PageStoreInCode {
  readonly id: string;
  readonly type: string;
  readonly kind: StoreKind;
  readonly provider: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly copy: "replica" | "backup" | null;
  readonly places: readonly PagePlace[];
}

export interface PageFlow {
  readonly kind: SinkKind;
  readonly recipient: string | null;
  readonly callee: string;
  readonly place: PagePlace;
  readonly data: readonly { readonly field: string | null; readonly name: string; readonly dataType: string }[];
}

/** One change in the processing, in words. */
export interface PageChange {
  readonly head: Bilingual;
  readonly kind: "added" | "removed" | "changed";
  readonly said: Bilingual;
  readonly name: Bilingual;
  readonly lines: readonly { readonly label: Bilingual; readonly text: Bilingual }[];
}

/** What became of the earlier result. */
export interface PageChanges {
  readonly date: string | null;
  readonly coverage: Coverage;
  readonly fresh: number;
  readonly gone: readonly {
    readonly rule: string;
    readonly title: Bilingual;
    readonly severity: Severity;
    readonly message: TextIndex;
  }[];
  /** What changed in the processing, part by part. */
  readonly processing: readonly PageChange[];
}

/** Everything the page shows, as data in the page. */
export interface PageData {
  readonly tool: string;
  readonly language: Language;
  readonly date: string;
  readonly map: string | null;
  readonly declared: Omit<DeclaredMap, "recipients" | "security" | "organisation" | "components"> | null;
  readonly files: number;
  readonly analysed: number;
  readonly skipped: readonly SkippedFile[];
  readonly coverage: Coverage;
  readonly texts: readonly Bilingual[];
  readonly findings: readonly PageFinding[];
  /** Findings left out because they were there before, and why; null when all are shown. */
  readonly known: { readonly count: number; readonly since: string } | null;
  readonly suppressed: readonly PageSuppressed[];
  readonly rules: readonly PageRule[];
  readonly law: readonly PageLaw[];
  readonly dataTypes: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly fields: readonly PageField[];
  readonly recipients: readonly PageRecipient[];
  readonly storesInCode: readonly PageStoreInCode[];
  readonly cookies: readonly {
    readonly name: string;
    readonly recipient: string | null;
    readonly places: readonly PagePlace[];
  }[];
  readonly flows: readonly PageFlow[];
  readonly changes: PageChanges | null;
}
