import { stringify } from "csv-stringify/sync";
import type { Finding, Regime } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";
import { plainMessage, plainRemedy } from "./finding-message.js";

const COLUMNS = [
  "severity",
  "rule",
  "message",
  "file",
  "line",
  "column",
  "subject",
  "clauses",
  "152-fz",
  "gdpr",
  "remedy",
  "fingerprint",
] as const;

/** Findings for spreadsheets: cells that a spreadsheet would run as formulas are defused. */
export const renderFindingsCsv: Renderer = ({ findings }, context) =>
  stringify(
    findings.map((finding) => cells(finding, context)),
    { header: true, columns: [...COLUMNS], escape_formulas: true },
  );

function cells(finding: Finding, context: ReportContext): (string | number)[] {
  const rule = context.catalog.rules.get(finding.rule) ?? null;
  const articles = (regime: Regime) =>
    finding.articles.flatMap((each) => (each.regime === regime ? [each.article] : [])).join("; ");
  return [
    finding.severity,
    finding.rule,
    plainMessage(finding, rule, context),
    finding.place?.file ?? "",
    finding.place?.line ?? "",
    finding.place?.column ?? "",
    finding.subject,
    finding.clauses.join("; "),
    articles("152-fz"),
    articles("gdpr"),
    plainRemedy(finding, rule, context),
    finding.fingerprint,
  ].map((value) => (typeof value === "number" ? value : escapeTerminal(value)));
}
