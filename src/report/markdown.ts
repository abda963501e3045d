import { formatPlace, groupBy, type AuditResult, type Finding, type Severity } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { filesWithFindings, ruleCounts, severityCounts, skippedFiles } from "./counts.js";
import { escapeMarkdown, markdownCode } from "./escape/markdown.js";
import { plainMessage, plainRemedy } from "./finding-message.js";
import { references } from "./references.js";
import { comparisonLines } from "./comparison.js";
import { coverageLines } from "./coverage.js";

/** GitHub and GitLab refuse comments above 65,536 characters. */
const LONGEST = 64_000;
/** Findings shown of a rule: as many as the comment has room for. */
const STEPS = [Infinity, 100, 40, 15, 5, 2, 0];

/** A comment for a pull request: counts and coverage in sight, findings folded by rule. */
export const renderMarkdown: Renderer = (result, context) => {
  for (const most of STEPS) {
    const text = comment(result, context, most);
    if (text.length <= LONGEST) return text;
  }
  return `${head(result, context)}\n`;
};

function comment(result: AuditResult, context: ReportContext, most: number): string {
  const byRule = groupBy(result.findings, ({ rule }) => rule);
  return `${[
    head(result, context),
    ...ruleCounts(result.findings).map(({ rule }) => section(byRule.get(rule)!, context, most)),
    coverage(result, context),
    foot(result, context),
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}

const SIGNS = { error: "❌", warning: "⚠️", note: "ℹ️" } as const satisfies Record<Severity, string>;

function head({ findings }: AuditResult, { words }: ReportContext): string {
  if (findings.length === 0) return `### ✅ ${words.say("summary.clean")}\n\n${words.say("summary.limits")}`;
  const list = severityCounts(findings, words).map((each) => `${SIGNS[each.severity]} ${each.words}`);
  const files = words.say("summary.files-with", { n: filesWithFindings(findings) });
  return `### ${words.say("summary.findings", { list: list.join(", "), files })}`;
}

function section(findings: readonly Finding[], context: ReportContext, most: number): string {
  const { catalog, words } = context;
  const [first] = findings;
  if (!first) return "";
  const rule = catalog.rules.get(first.rule) ?? null;
  const title = rule ? escapeMarkdown(rule.title[words.language]) : "";
  const shown = findings.slice(0, most);
  const more = findings.length - shown.length;
  const rows = shown.map((finding) => {
    const place = finding.place ? markdownCode(formatPlace(finding.place)) : "";
    return `| ${place} | ${escapeMarkdown(plainMessage(finding, rule, context))} |`;
  });
  return [
    `<details><summary>${SIGNS[first.severity]} <b>${words.number(findings.length)}</b> ${title} <code>${first.rule}</code></summary>`,
    escapeMarkdown(references(first, words).join(" · ")),
    ...(rule ? [`**${words.say("explain.remedy")}** ${escapeMarkdown(plainRemedy(first, rule, context))}`] : []),
    ...(rows.length > 0
      ? [
          [`| ${words.say("inventory.place")} | ${words.say("explain.findings")} |`, "| --- | --- |", ...rows].join(
            "\n",
          ),
        ]
      : []),
    ...(more > 0 ? [words.say("none.more", { n: more })] : []),
    "</details>",
  ].join("\n\n");
}

function coverage(result: AuditResult, { words }: ReportContext): string {
  const { fields } = result.coverage;
  if (fields === 0) return words.say("summary.no-fields");
  const rows = coverageLines(result.coverage, words).map(
    ({ label, percent, of }) => `| ${label} | ${percent} | ${of} |`,
  );
  return [`| ${words.say("summary.coverage", { n: fields })} | | |`, "| --- | ---: | ---: |", ...rows].join("\n");
}

function foot({ scope, inventory, suppressed, comparison }: AuditResult, { words }: ReportContext): string {
  const { not, inPart } = skippedFiles(scope.skipped);
  const notPersonal = inventory.filter((row) => row.notPersonal).length;
  return [
    words.say("summary.scope", { n: scope.analysed }),
    ...(not.length > 0 ? [words.say("summary.not-analysed", { n: not.length })] : []),
    ...(inPart.length > 0 ? [words.say("summary.in-part", { n: inPart.length })] : []),
    ...(comparison ? comparisonLines(comparison, words).map(escapeMarkdown) : []),
    ...(notPersonal > 0 ? [words.say("summary.not-personal", { n: notPersonal })] : []),
    ...(suppressed.length > 0 ? [words.say("summary.suppressed", { n: suppressed.length })] : []),
  ].join(" · ");
}
