import { compareText, type Finding, type Severity } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { SEVERITIES } from "./counts.js";
import { escapeCommandData, escapeCommandProperty } from "./escape/workflow-command.js";
import { plainMessage, plainRemedy } from "./finding-message.js";
import { locationOf } from "./located.js";
import { references } from "./references.js";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

/** Workflow commands of GitHub Actions, one a finding. GitHub shows only the first ten of a kind, so the worst come first. */
export const renderGithub: Renderer = (result, context) => {
  const worstFirst = [...result.findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareText(a.place?.file ?? "", b.place?.file ?? "") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );
  return worstFirst.map((finding) => `${command(finding, result.map, context)}\n`).join("");
};

function command(finding: Finding, map: string | null, context: ReportContext): string {
  const { catalog, words } = context;
  const rule = catalog.rules.get(finding.rule) ?? null;
  const location = locationOf(finding, { map }, context);
  const properties = {
    ...(location && { file: location.path, line: location.line, col: location.column }),
    ...(location?.endLine && { endLine: location.endLine }),
    // GitHub takes columns only within one line.
    ...(location?.endColumn && location.endLine === location.line && { endColumn: location.endColumn - 1 }),
    title: rule ? `${rule.title[words.language]} (${finding.rule})` : finding.rule,
  };
  const text = [
    plainMessage(finding, rule, context),
    references(finding, words).join(" · "),
    plainRemedy(finding, rule, context),
  ];
  const head = Object.entries(properties).map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`);
  return `::${COMMANDS[finding.severity]} ${head.join(",")}::${escapeCommandData(text.filter(Boolean).join("\n"))}`;
}
