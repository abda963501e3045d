import type { Finding, Severity } from "../model/index.js";
import type { Renderer, ReportContext } from "./context.js";
import { escapeLoggingData, escapeLoggingProperty } from "./escape/logging-command.js";
import { plainMessage, plainRemedy } from "./finding-message.js";
import { locationOf } from "./located.js";
import { references } from "./references.js";

/** Azure knows two kinds; what is merely noted must not colour the run. */
const KINDS = { error: "error", warning: "warning", note: null } as const satisfies Record<Severity, string | null>;

/** Logging commands of Azure Pipelines, one an error or warning: they are listed on the page of the run, with their place. */
export const renderAzure: Renderer = (result, context) =>
  result.findings.map((finding) => command(finding, result.map, context)).join("");

function command(finding: Finding, map: string | null, context: ReportContext): string {
  const kind = KINDS[finding.severity];
  if (!kind) return "";
  const rule = context.catalog.rules.get(finding.rule) ?? null;
  const location = locationOf(finding, { map }, context);
  const properties = {
    type: kind,
    ...(location && { sourcepath: location.path, linenumber: location.line, columnnumber: location.column }),
    code: finding.rule,
  };
  const text = [
    plainMessage(finding, rule, context),
    references(finding, context.words).join(" · "),
    plainRemedy(finding, rule, context),
  ];
  const head = Object.entries(properties).map(([name, value]) => `${name}=${escapeLoggingProperty(String(value))};`);
  return `##vso[task.logissue ${head.join("")}]${escapeLoggingData(text.filter(Boolean).join(". "))}\n`;
}
