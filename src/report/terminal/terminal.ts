import { compareText, groupBy, type Finding } from "../../model/index.js";
import type { ReportContext, Renderer } from "../context.js";
import { severityCounts } from "../counts.js";
import { escapeTerminal } from "../escape/terminal.js";
import { compareSeverity, findingBlocks } from "./finding-block.js";
import { renderOverview } from "./overview.js";
import { severityColour } from "./palette.js";
import { summary } from "./summary.js";
import { Told } from "./told.js";

/** The report for people at a terminal: findings by file, each with its line of code, then the summary. */
export const renderTerminal: Renderer = (result, context) => {
  if (result.map === null) return renderOverview(result, context);
  const files = [...groupBy(result.findings, ({ place }) => place?.file ?? "")];
  // What has no place of its own comes last; the empty name stands for it.
  files.sort(([a], [b]) => Number(a === "") - Number(b === "") || compareText(a, b));
  for (const [, findings] of files) findings.sort(compareSeverity);
  const told = new Told(
    files.flatMap(([, findings]) => findings),
    result,
  );
  return `${[...files.map(([file, findings]) => section(file, findings, context, told)), summary(result, context)].join("\n\n\n")}\n`;
};

function section(file: string, findings: readonly Finding[], context: ReportContext, told: Told): string {
  const { words, colour } = context;
  const counts = severityCounts(findings, words)
    .map((each) => severityColour(colour, each.severity)(each.words))
    .join(", ");
  const title = colour.bold.underline(escapeTerminal(file) || words.say("finding.nowhere"));
  return [`${title}  ${counts}`, ...findingBlocks(findings, context, told)].join("\n\n");
}
