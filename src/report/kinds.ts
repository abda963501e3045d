import type { AuditResult, Catalog, Language, ProcessingChanges } from "../model/index.js";

/** What a report is made from. Like renderers, reports ask nothing of the environment. */
export interface ReportInput {
  readonly result: AuditResult;
  /** An earlier result to tell changes against, or null. */
  readonly previous: AuditResult | null;
  /** What changed in the processing since; null without an earlier result. */
  readonly changes: ProcessingChanges | null;
  readonly catalog: Catalog;
  readonly language: Language;
  /** Texts of the files that findings stand in and lead through, by the paths that places use. Empty for a saved result. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface ReportKind {
  /** What it is, for help. */
  readonly summary: string;
  /** Ending of the file it is written to by default: `opis-report.html`. */
  readonly extension: string;
  /** Whether it quotes the code: then it needs the texts of files. */
  readonly quotes: boolean;
  readonly render: (input: ReportInput) => Promise<string | Uint8Array>;
}

/** Every report that `opis report` makes, by name. Each is loaded when it is asked for: what it is made with may be heavy. */
export const reportKinds = {
  html: {
    summary: "one page to read in a browser: verdict, findings and views of all that is processed",
    extension: "html",
    quotes: true,
    render: async (input) => (await import("./html/index.js")).renderHtml(input),
  },
} as const satisfies Record<string, ReportKind>;

export type ReportKindName = keyof typeof reportKinds;
