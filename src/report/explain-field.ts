import { stringify } from "yaml";
import {
  confidenceOf,
  confidenceThresholds,
  formatPlace,
  withoutPath,
  type Evidence,
  type Finding,
  type InventoryField,
  type ReconciledField,
} from "../model/index.js";
import { codeLine } from "./code-frame.js";
import type { ReportContext } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";
import { evidenceWords } from "./evidence.js";
import { messageOf } from "./finding-message.js";
import { severityColour } from "./terminal/palette.js";
import { typeTitle } from "./terminal/overview.js";
import { wrap } from "./wrap.js";

/** A field with everything that is known of it. */
export interface FieldTopic {
  readonly field: InventoryField;
  /** What the map says; null without a map, for a field that asks for no entry, or one judged not personal. */
  readonly row: ReconciledField | null;
  readonly findings: readonly Finding[];
  /** Whether there is a map at all. */
  readonly mapped: boolean;
  /** Other places of the same datum. */
  readonly twins: readonly InventoryField[];
}

/** What a field was taken for, on which evidence, and what to do about it. */
export function renderField(topic: FieldTopic, context: ReportContext): string {
  const parts = [
    title(topic, context),
    verdict(topic.field, context),
    evidence(topic.field, context),
    twins(topic, context),
    declaration(topic, context),
    findings(topic, context),
    correction(topic, context),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function title({ field }: FieldTopic, { colour, texts, width }: ReportContext): string {
  const { place } = field;
  const head = `${colour.bold(escapeTerminal(field.id))}  ${colour.dim(escapeTerminal(formatPlace(place)))}`;
  const text = texts.get(place.file);
  const gutter = String(place.line).length;
  const code = text === undefined ? null : codeLine(text, place, width - gutter - 5);
  if (!code) return head;
  const bar = colour.dim("│");
  return [
    head,
    "",
    `  ${colour.dim(String(place.line))} ${bar} ${code.before}${colour.bold(code.marked)}${code.after}`,
    `  ${" ".repeat(gutter)} ${bar} ${" ".repeat(code.indent)}${colour.cyan("~".repeat(code.width))}`,
  ].join("\n");
}

function verdict(field: InventoryField, context: ReportContext): string {
  const { words, colour } = context;
  const confidence = words.say(`confidence.${field.confidence}`);
  if (field.dataType === null) return colour.bold(words.say("explain.dismissed"));
  const type = `${typeTitle(field.dataType, context)} (${field.dataType})`;
  const lines = [colour.bold(words.say("explain.personal", { type, confidence }))];
  if (field.special) {
    const special = words.say(`special.${field.special}`);
    lines.push(colour.red(words.say("explain.special", { special })));
  }
  if (field.dataType === "person_reference") lines.push(words.say("explain.reference"));
  return lines.join("\n");
}

function evidence(field: InventoryField, { words, colour, width }: ReportContext): string {
  const list = (key: "explain.for" | "explain.against", rows: readonly Evidence[]): string[] =>
    rows.length === 0
      ? []
      : [
          words.say(key),
          ...rows.map((row) => {
            const points = `${row.weight > 0 ? "+" : row.weight < 0 ? "−" : " "}${Math.abs(row.weight)}`;
            return `  ${colour.dim(points.padStart(4))}  ${wrap(evidenceWords(row, words), width, 8)}`;
          }),
        ];
  const heaviest = [...field.evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const lines = [
    ...list(
      "explain.for",
      heaviest.filter(({ weight }) => weight >= 0),
    ),
    ...list(
      "explain.against",
      heaviest.filter(({ weight }) => weight < 0),
    ),
  ];
  if (lines.length === 0) return words.say("explain.nothing");
  return [...lines, ...sum(field, { words, width })].join("\n");
}

/** The verdict as the sum it is. */
function sum(
  { evidence: rows, dataType, confidence }: InventoryField,
  { words, width }: Pick<ReportContext, "words" | "width">,
): string[] {
  const points = rows.reduce((all, { weight }) => all + weight, 0);
  const limits = Object.fromEntries(confidenceThresholds.map(([least, name]) => [name, least]));
  const parts = [words.say("explain.sum", { n: points, ...limits })];
  if (dataType !== null && confidenceOf(points) !== confidence) parts.push(words.say("explain.capped"));
  return parts.map((part) => `  ${wrap(part, width, 2)}`);
}

const TWINS_SHOWN = 12;

/** Where the same datum stands besides: the form it is asked in, the request, the entity, the column. */
function twins({ twins: all }: FieldTopic, { words, colour }: ReportContext): string {
  if (all.length === 0) return "";
  const shown = all.slice(0, TWINS_SHOWN);
  const more = all.length - shown.length;
  return [
    words.say("explain.datum"),
    ...shown.map(({ id, kind, place }) => {
      const where = escapeTerminal(formatPlace(place));
      return `  ${where}  ${escapeTerminal(withoutPath(id))} ${colour.dim(`(${words.say(`kind.${kind}`)})`)}`;
    }),
    ...(more > 0 ? [`  ${words.say("explain.datum-more", { n: more })}`] : []),
  ].join("\n");
}

function declaration({ row, field }: FieldTopic, { words }: ReportContext): string {
  if (row?.notPersonal) {
    const where = escapeTerminal(formatPlace(row.notPersonal.place));
    return `${words.say("explain.not-personal", { reason: escapeTerminal(row.notPersonal.because) })}  ${where}`;
  }
  const place = row?.entry?.place ?? (field.annotation ? { file: field.place.file, ...field.annotation.span } : null);
  if (!row || !place) return "";
  const details = [
    ["explain.category", row.category === null ? [] : [row.category]],
    ["explain.purposes", row.purposes],
    ["explain.retention", row.retention],
  ] as const;
  return [
    words.say("explain.declared", { entry: escapeTerminal(formatPlace(place)) }),
    ...details.map(
      ([key, ids]) => `  ${words.say(key)}: ${ids.length === 0 ? "—" : ids.map(escapeTerminal).join(", ")}`,
    ),
  ].join("\n");
}

function findings({ findings: rows }: FieldTopic, context: ReportContext): string {
  const { words, colour, catalog } = context;
  if (rows.length === 0) return "";
  return [
    words.say("explain.findings"),
    ...rows.map((finding) => {
      const paint = severityColour(colour, finding.severity);
      const message = messageOf(finding, catalog.rules.get(finding.rule) ?? null, context);
      return `  ${paint(words.say(`severity.${finding.severity}`))}  ${finding.rule}  ${message}`;
    }),
  ].join("\n");
}

/** What to write in the map when the verdict stands and nothing declares the field, or when it is wrong. */
function correction({ field, row, mapped }: FieldTopic, context: ReportContext): string {
  const { words, catalog } = context;
  const match = field.id;
  const reference = field.dataType === "person_reference";
  const category = catalog.dataTypes.get(field.dataType ?? "")?.category ?? `<${words.say("explain.category")}>`;
  const entry = { match, category, purposes: [`<${words.say("explain.purposes")}>`] };
  if (field.dataType === null) return suggestion(words.say("explain.wrong-dismissed"), entry);
  const lines: string[] = [];
  if (mapped && !reference && row === null) lines.push(words.say("explain.low"));
  if (mapped && row && !row.entry && !row.notPersonal && !field.annotation) {
    lines.push(suggestion(words.say("explain.undeclared"), entry));
  }
  if (!row?.notPersonal && !reference) {
    lines.push(suggestion(words.say("explain.wrong"), { match, because: `<${words.say("explain.why-placeholder")}>` }));
  }
  return lines.join("\n");
}

function suggestion(lead: string, entry: Readonly<Record<string, unknown>>): string {
  const yaml = stringify([entry], {
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  }).trim();
  return `${lead}\n  - ${escapeTerminal(yaml.slice(1, -1).trim())}`;
}
