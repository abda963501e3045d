import { existsSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver/node";
import { rulesFolder, ruleText } from "../catalog/index.js";
import { describeComplaint, type Complaint } from "../data-map/index.js";
import type { Catalog, Finding, Language } from "../model/index.js";
import { roleWords, speaker } from "../report/index.js";
import { locationIn, rangeOf, uriOf } from "./positions.js";

const SOURCE = "opis";

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
} as const;

export interface Telling {
  readonly root: string;
  readonly catalog: Catalog;
  readonly language: Language;
}

/** A finding as editors show it. One without a place stands on the first line of the map. */
export function diagnosticOf(finding: Finding, { root, catalog, language }: Telling): Diagnostic {
  const rule = catalog.rules.get(finding.rule);
  const page = ruleFile(finding.rule);
  const related = (finding.related ?? []).map(({ place, role }) => ({
    location: locationIn(root, place),
    message: roleWords(role, speaker(language)),
  }));
  return {
    range: rangeOf(finding.place ?? { file: "", line: 1, column: 1 }),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.rule,
    ...(page !== null && { codeDescription: { href: uriOf(page) } }),
    message: rule ? ruleText(catalog, rule, "message", language, finding.data ?? {}) : finding.subject,
    ...(related.length > 0 && { relatedInformation: related }),
    data: { fingerprint: finding.fingerprint, subject: finding.subject },
  };
}

/** A fault of the map itself. */
export function complaintOf(complaint: Complaint, { root, language }: Telling): Diagnostic {
  const { problem, expected, remedy } = describeComplaint(complaint, language);
  const { related, place, nearest } = complaint;
  return {
    range: rangeOf({ ...place, endLine: place.endLine ?? place.line, endColumn: place.endColumn ?? place.column + 1 }),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: `map/${complaint.kind}`,
    message: [[complaint.path, problem].filter(Boolean).join(": "), expected, nearest && `→ ${nearest}`, remedy]
      .filter(Boolean)
      .join("\n"),
    ...(related && { relatedInformation: [{ location: locationIn(root, related), message: problem }] }),
  };
}

/** The file of a rule, for those who want to read it; null for rules of the user's own. */
function ruleFile(rule: string): string | null {
  const file = join(rulesFolder, `${rule}.yaml`);
  return existsSync(file) ? file : null;
}
