import type { AuditResult, Catalog, Language, ProcessingChanges } from "../model/index.js";
import {
  documentFormats,
  documents,
  renderDocument,
  type DocumentEntry,
  type DocumentName,
} from "./documents/index.js";

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
  /** Commit that the code stood at; null where it is not known. */
  readonly commit?: string | null;
  /** Kind of data subject that a report is for, by its id in the map; null for those that are for none. */
  readonly subject?: string | null;
}

export type ReportFormat = "html" | (typeof documentFormats)[number];

export interface ReportKind {
  /** What it is, for help. */
  readonly summary: string;
  /** Formats it comes in, which are the endings of its files too; the first where none is asked for. */
  readonly formats: readonly ReportFormat[];
  /** Name of the file it is written to by default, without its ending. */
  readonly file: string;
  /** Whether it quotes the code: then it needs the texts of files. */
  readonly quotes: boolean;
  /** What it cannot do without, beside a result. */
  readonly needs?: DocumentEntry["needs"] | undefined;
  readonly render: (input: ReportInput, format?: ReportFormat) => Promise<string | Uint8Array>;
}

const pages = {
  html: {
    summary: "one page to read in a browser: verdict, findings and views of all that is processed",
    formats: ["html"],
    file: "opis-report",
    quotes: true,
    render: async (input) => (await import("./html/index.js")).renderHtml(input),
  },
} as const satisfies Record<string, ReportKind>;

export type ReportKindName = keyof typeof pages | DocumentName;

/** Every report that `opis report` makes, by name. Each is loaded when it is asked for: what it is made with may be heavy. */
export const reportKinds = {
  ...pages,
  ...(Object.fromEntries(
    Object.entries<DocumentEntry>(documents).map(([name, entry]) => [name, documentKind(name as DocumentName, entry)]),
  ) as Record<DocumentName, ReportKind>),
} as const satisfies Record<ReportKindName, ReportKind>;

function documentKind(name: DocumentName, { summary, needs }: DocumentEntry): ReportKind {
  return {
    ...{ summary, needs },
    formats: documentFormats,
    file: `opis-${name}`,
    quotes: false,
    render: ({ commit = null, subject = null, ...input }, format) =>
      renderDocument(name, { ...input, commit, subject }, documentFormats.find((one) => one === format) ?? "docx"),
  };
}
