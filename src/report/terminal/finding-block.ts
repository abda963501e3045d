import { ruleText } from "../../catalog/index.js";
import { compareText, formatPlace, groupBy, type Finding, type Rule, type Severity } from "../../model/index.js";
import { codeLine } from "../code-frame.js";
import type { ReportContext } from "../context.js";
import type { Speaker } from "../words/index.js";
import { escapeTerminal } from "../escape/terminal.js";
import { messageOf, plainRemedy } from "../finding-message.js";
import { references } from "../references.js";
import { wrap } from "../wrap.js";
import { severityColour } from "./palette.js";
import type { Told } from "./told.js";

/** Findings of one rule in one file that are shown in full; the rest are listed by name and place. */
const SHOWN = 5;
const RELATED_SHOWN = 3;
const MARGIN = 2;

/**
 * Findings of one file: a block for each rule, in the order of their first finding. What to do is said where a rule first occurs, and what is
 * found of one datum in several places where it first stands; `told` knows what has been said.
 */
export function findingBlocks(findings: readonly Finding[], context: ReportContext, told: Told): string[] {
  const groups = groupBy(findings, ({ rule, severity }) => `${rule} ${severity}`);
  return [...groups.values()].map((own) => block(own, context, told));
}

function block(findings: readonly Finding[], context: ReportContext, told: Told): string {
  const [first] = findings;
  if (!first) return "";
  const rule = context.catalog.rules.get(first.rule) ?? null;
  const own = findings.filter((finding) => !told.isRepeated(finding));
  const shown = own.length <= SHOWN + 1 ? own : own.slice(0, SHOWN);
  const gutter = Math.max(0, ...shown.map((finding) => position(finding).length));
  const isNew = told.rule(first.rule);
  return [
    head(first, rule, context),
    "",
    ...shown.flatMap((finding) => frame(finding, { rule, gutter, elsewhere: told.elsewhere(finding) }, context)),
    ...rest("finding.also", own.slice(shown.length), context),
    ...rest(
      "finding.same-datum",
      findings.filter((finding) => told.isRepeated(finding)),
      context,
    ),
    ...(isNew ? remedy(first, rule, context) : []),
  ].join("\n");
}

function head(finding: Finding, rule: Rule | null, { words, colour, catalog, width }: ReportContext): string {
  const paint = severityColour(colour, finding.severity);
  const title = rule ? ruleText(catalog, rule, "title", words.language) : "";
  const line = [paint.bold(words.say(`severity.${finding.severity}`)), colour.bold(title), colour.dim(finding.rule)];
  const cited = references(finding, words);
  return (
    " ".repeat(MARGIN) +
    wrap(line.filter(Boolean).join("  "), width, MARGIN) +
    (cited.length > 0
      ? `\n${" ".repeat(MARGIN)}${colour.dim(wrap(escapeTerminal(cited.join(" · ")), width, MARGIN))}`
      : "")
  );
}

function position({ place }: Finding): string {
  return place ? `${place.line}:${place.column}` : "";
}

interface Framing {
  readonly rule: Rule | null;
  readonly gutter: number;
  /** Other places of the same datum, of which the same is found. */
  readonly elsewhere: readonly string[];
}

function frame(finding: Finding, { rule, gutter, elsewhere }: Framing, context: ReportContext): string[] {
  const { colour, width, texts } = context;
  const paint = severityColour(colour, finding.severity);
  const left = MARGIN + gutter + 3;
  const bar = `${" ".repeat(MARGIN + gutter)} ${colour.dim("│")} `;
  const message = messageOf(finding, rule, context);
  const text = finding.place && texts.get(finding.place.file);
  const code = text ? codeLine(text, finding.place!, width - left) : null;
  const at = `${" ".repeat(MARGIN)}${colour.dim(position(finding).padStart(gutter))} ${colour.dim("│")} `;
  const tail = [...relatedLine(finding, context), ...datumLine(elsewhere, context)].map(
    (line) => bar + colour.dim(wrapUnder(line, width, left, bar)),
  );
  if (!code) return [at + wrapUnder(message, width, left, bar), ...tail];
  const marks = " ".repeat(code.indent) + paint("~".repeat(code.width));
  const fits = left + code.indent + code.width + 1 + message.length <= width;
  return [
    at + code.before + paint.bold(code.marked) + code.after,
    fits ? `${bar}${marks} ${message}` : `${bar}${marks}\n${bar}${wrapUnder(message, width, left, bar)}`,
    ...tail,
  ];
}

function wrapUnder(text: string, width: number, left: number, bar: string): string {
  return wrap(text, width - left, 0).replaceAll("\n", `\n${bar}`);
}

/** Other places of interest. Those that the finding only counts (every field an entry covers) are cut short. */
function relatedLine({ related = [] }: Finding, { words }: ReportContext): string[] {
  if (related.length === 0) return [];
  const places = [...new Set(related.map(({ place }) => formatPlace(place)))];
  return [words.say("finding.related", { places: listed(places, words) })];
}

function datumLine(places: readonly string[], { words }: ReportContext): string[] {
  return places.length === 0 ? [] : [words.say("finding.datum", { places: listed(places, words) })];
}

function listed(places: readonly string[], words: Speaker): string {
  const shown = places.slice(0, RELATED_SHOWN).map(escapeTerminal).join(", ");
  const more = places.length - RELATED_SHOWN;
  return more > 0 ? `${shown} ${words.say("finding.related-more", { n: more })}` : shown;
}

function rest(
  key: "finding.also" | "finding.same-datum",
  findings: readonly Finding[],
  { words, colour, width }: ReportContext,
): string[] {
  if (findings.length === 0) return [];
  const list = findings.map((finding) => `${nameOf(finding)} ${position(finding)}`.trim()).join(", ");
  const indent = MARGIN;
  const line = words.say(key, { n: findings.length, list: escapeTerminal(list) });
  return [" ".repeat(indent) + colour.dim(wrap(line, width, indent))];
}

/** Short name of what is found fault with: the field without its path and source. */
function nameOf({ subject, data }: Finding): string {
  const field = data && Object.hasOwn(data, "field") ? data["field"] : undefined;
  return typeof field === "string" ? field : subject;
}

function remedy(finding: Finding, rule: Rule | null, context: ReportContext): string[] {
  const { colour, width } = context;
  const text = escapeTerminal(plainRemedy(finding, rule, context));
  return text === "" ? [] : ["", `${" ".repeat(MARGIN)}${colour.green("→")} ${wrap(text, width, MARGIN + 2)}`];
}

const RANK = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** Worst first, then by rule. */
export function compareSeverity(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity] || compareText(a.rule, b.rule);
}
