import type { AuditResult, Coverage, SkippedFile } from "../../model/index.js";
import { formatPlace } from "../../model/index.js";
import type { ReportContext } from "../context.js";
import { coverageLines } from "../coverage.js";
import { filesWithFindings, ruleCounts, severityCounts, skippedFiles } from "../counts.js";
import { comparisonLines } from "../comparison.js";
import { escapeTerminal } from "../escape/terminal.js";
import { wrap } from "../wrap.js";
import stringWidth from "string-width";
import { severityColour } from "./palette.js";

const BAR = 24;
const SKIPPED_SHOWN = 10;

/** What stands below the findings: how many, how much of the code the map covers, what was not seen. */
export function summary(result: AuditResult, context: ReportContext): string {
  return [
    verdict(result, context),
    rules(result, context),
    coverage(result.coverage, context),
    scope(result, context),
    suppressed(result, context),
    notPersonal(result, context),
    comparison(result, context),
    next(result, context),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function verdict({ findings }: AuditResult, { words, colour, width }: ReportContext): string {
  if (findings.length === 0) {
    return `${colour.green.bold(words.say("summary.clean"))}\n${colour.dim(wrap(words.say("summary.limits"), width, 0))}`;
  }
  const list = severityCounts(findings, words)
    .map((each) => severityColour(colour, each.severity).bold(each.words))
    .join(", ");
  const files = filesWithFindings(findings);
  return files === 0
    ? list
    : words.say("summary.findings", { list, files: words.say("summary.files-with", { n: files }) });
}

function rules({ findings }: AuditResult, { words, colour, catalog, width }: ReportContext): string {
  const counts = ruleCounts(findings);
  if (counts.length < 2) return "";
  const digits = Math.max(...counts.map(({ count }) => words.number(count).length));
  const names = Math.max(...counts.map(({ rule }) => rule.length));
  return counts
    .map(({ rule, severity, count }) => {
      const title = catalog.rules.get(rule)?.title[words.language] ?? "";
      const number = severityColour(colour, severity)(words.number(count).padStart(digits));
      const indent = 2 + digits + 2 + names + 2;
      return `  ${number}  ${rule.padEnd(names)}  ${colour.dim(wrap(title, width, indent))}`.trimEnd();
    })
    .join("\n");
}

function coverage(counts: Coverage, { words, colour }: ReportContext): string {
  if (counts.fields === 0) return words.say("summary.no-fields");
  const rows = coverageLines(counts, words);
  const column = Math.max(...rows.map(({ label }) => stringWidth(label)));
  const lines = rows.map(({ label, part, percent, of }) => {
    const gap = " ".repeat(column - stringWidth(label));
    const share = percent.padStart(words.percent(1, 1).length);
    return `  ${label}${gap}  ${bar(part, counts.fields, colour)}  ${share}  ${colour.dim(of)}`;
  });
  return [words.say("summary.coverage", { n: counts.fields }), ...lines].join("\n");
}

function bar(part: number, whole: number, colour: ReportContext["colour"]): string {
  const full = part === whole ? BAR : Math.min(BAR - 1, Math.floor((part / whole) * BAR));
  const paint = part === whole ? colour.green : part * 2 >= whole ? colour.yellow : colour.red;
  return paint("█".repeat(full)) + colour.dim("░".repeat(BAR - full));
}

/** How much was read and, file by file, what was not. Generated and minified files are told by number alone: nobody mends those. */
export function scope({ scope: { analysed, skipped } }: AuditResult, { words, colour }: ReportContext): string {
  const { not, inPart } = skippedFiles(skipped);
  const head = [
    words.say("summary.scope", { n: analysed }),
    ...(not.length > 0 ? [words.say("summary.not-analysed", { n: not.length })] : []),
    ...(inPart.length > 0 ? [words.say("summary.in-part", { n: inPart.length })] : []),
  ].join(", ");
  const all = [...not, ...inPart];
  const shown = all.length <= SKIPPED_SHOWN + 1 ? all : all.slice(0, SKIPPED_SHOWN);
  const more = all.length - shown.length;
  return [
    head,
    ...shown.map((file) => `  ${skippedLine(file, words, colour)}`),
    ...(more > 0 ? [`  ${colour.dim(words.say("summary.skipped-more", { n: more }))}`] : []),
  ].join("\n");
}

function skippedLine(row: SkippedFile, words: ReportContext["words"], colour: ReportContext["colour"]): string {
  const parsed = row.reason === "syntax" || row.reason === "partial";
  const where = escapeTerminal(parsed ? formatPlace(row) : row.file);
  const detail = parsed && row.detail ? colour.dim(` (${escapeTerminal(row.detail)})`) : "";
  return `${where}  ${words.say(`skip.${row.reason}`)}${detail}`;
}

function suppressed({ suppressed: rows }: AuditResult, { words, colour, width }: ReportContext): string {
  if (rows.length === 0) return "";
  const lines = rows.map(({ finding, reason, by }) => {
    const where = by ? `${formatPlace(by)}  ` : "";
    return `  ${wrap(`${escapeTerminal(where + finding.rule)}  ${colour.dim(escapeTerminal(reason))}`, width, 4)}`;
  });
  return [words.say("summary.suppressed", { n: rows.length }), ...new Set(lines)].join("\n");
}

/** What the map takes out of the audit, and why. */
function notPersonal({ inventory, declared }: AuditResult, { words, colour, width }: ReportContext): string {
  const n = inventory.filter((row) => row.notPersonal).length;
  if (n === 0) return "";
  const lines = (declared?.notPersonal ?? []).map(({ match, because, place }) => {
    const what = escapeTerminal(`${formatPlace(place)}  ${match.join(", ")}`);
    return `  ${wrap(`${what}  ${colour.dim(escapeTerminal(because))}`, width, 4)}`;
  });
  return [words.say("summary.not-personal", { n }), ...lines].join("\n");
}

const GONE_SHOWN = 10;

/** What was there before, by number; what no longer occurs, by name. */
function comparison({ comparison: compared }: AuditResult, { words, colour }: ReportContext): string {
  if (!compared) return "";
  const shown = compared.gone.slice(0, GONE_SHOWN);
  const more = compared.gone.length - shown.length;
  return [
    ...comparisonLines(compared, words).map(escapeTerminal),
    ...shown.map(({ rule, subject }) => `  ${escapeTerminal(`${rule}  ${subject}`)}`),
    ...(more > 0 ? [`  ${colour.dim(words.say("none.more", { n: more }))}`] : []),
  ].join("\n");
}

function next({ findings }: AuditResult, { words, colour, width }: ReportContext): string {
  const [first] = ruleCounts(findings);
  if (!first) return "";
  return colour.dim(wrap(words.say("summary.next", { command: `opis explain ${first.rule}` }), width, 2));
}
