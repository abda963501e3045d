import { Chalk } from "chalk";
import { loadCatalog } from "../../src/catalog/index.js";
import type { AuditResult, Finding, Language } from "../../src/model/index.js";
import type { ReportContext } from "../../src/report/index.js";
import { speaker } from "../../src/report/index.js";

const catalog = await loadCatalog();

export function contextOf(language: Language = "en", changes: Partial<ReportContext> = {}): ReportContext {
  return {
    catalog,
    words: speaker(language),
    colour: new Chalk({ level: 0 }),
    width: 100,
    texts: new Map(),
    repositoryPath: "",
    ...changes,
  };
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    rule: "mapping/undeclared-field",
    severity: "error",
    subject: "type:Lead.phone",
    place: { file: "src/lead.ts", line: 4, column: 3, endLine: 4, endColumn: 8 },
    data: { field: "type:Lead.phone", selector: "Lead.phone", dataType: "phone", category: "contact" },
    fingerprint: "00ff",
    clauses: ["3.1"],
    articles: [
      { regime: "152-fz", article: "5(4)" },
      { regime: "gdpr", article: "5(1)(c)" },
    ],
    ...changes,
  };
}

export function resultOf(findings: readonly Finding[], changes: Partial<AuditResult> = {}): AuditResult {
  return {
    version: 1,
    tool: { name: "opis", version: "1.2.3" },
    scope: { files: 3, analysed: 2, skipped: [] },
    map: "opis.yaml",
    coverage: { fields: 12, declared: 9, withCategory: 9, withPurpose: 8, withRetention: 3 },
    inventory: [],
    recipients: [],
    cookies: [],
    stores: [],
    storesInCode: [],
    flows: [],
    declared: null,
    date: "2026-01-15",
    findings,
    suppressed: [],
    comparison: null,
    ...changes,
  };
}

/** What scanned code may hold to harm whoever reads a report of it. */
export const HOSTILE =
  "\u001b[2J\u202e=cmd|' /C calc'!A0 <script>alert(1)</script> ]]> `x` ](javascript:1) | @everyone #1 %0A::error::x\n::set-env name=A::B\r\u0000";

/** A finding that holds such text wherever code can put text. */
export const hostileFinding = findingOf({
  subject: HOSTILE,
  place: { file: `src/${HOSTILE}.ts`, line: 1, column: 1 },
  data: { field: HOSTILE, dataType: HOSTILE, category: HOSTILE },
  related: [{ place: { file: HOSTILE, line: 2, column: 2 }, role: HOSTILE }],
});

/** One of everything: severities, no place, a rule that is gone, hostile text, a suppression in code and one in the map. */
export const everything = resultOf(
  [
    findingOf(),
    findingOf({
      severity: "warning",
      rule: "mapping/missing-subject",
      subject: "account",
      data: { purpose: "account" },
    }),
    findingOf({ severity: "note", rule: "special/free-text", place: null, related: [] }),
    findingOf({ rule: "no-longer/there", fingerprint: "01" }),
    { ...hostileFinding, fingerprint: "02" },
  ],
  {
    scope: {
      files: 5,
      analysed: 3,
      skipped: [
        { file: "src/[id]/broken page.ts", reason: "syntax", detail: HOSTILE, line: 3, column: 9 },
        { file: "src/old.ts", reason: "encoding", detail: "", line: 1, column: 1 },
        { file: "dist/x.min.js", reason: "minified", detail: "", line: 1, column: 1 },
      ],
    },
    suppressed: [
      {
        finding: findingOf({ fingerprint: "03" }),
        reason: "until the move",
        by: { file: "src/lead.ts", line: 3, column: 1 },
      },
      { finding: findingOf({ fingerprint: "04" }), reason: HOSTILE, by: { file: "opis.yaml", line: 9, column: 5 } },
    ],
  },
);
