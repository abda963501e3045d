import stringWidth from "string-width";
import { compareText, formatPlace, groupBy, type AuditResult, type InventoryRow } from "../../model/index.js";
import type { ReportContext, Renderer } from "../context.js";
import { escapeTerminal } from "../escape/terminal.js";
import { scope } from "./summary.js";

const TYPES_SHOWN = 20;
const SPECIAL_SHOWN = 10;
const RECIPIENTS_SHOWN = 15;

/** What the code collects, for those who have no data map yet: the shape of it, not every field. */
export const renderOverview: Renderer = (result, context) => {
  const { words, colour } = context;
  const rows = result.inventory.filter(
    ({ dataType, confidence }) => dataType !== "person_reference" && confidence !== "low",
  );
  const sections = [
    colour.bold(total(rows, context)),
    types(rows, context),
    special(rows, context),
    recipients(result, context),
    cookies(result, context),
    scope(result, context),
    [
      `${colour.green("→")} ${words.say("none.next", { command: colour.bold("opis init") })}`,
      `${colour.green("→")} ${words.say("none.look", { command: colour.bold("opis inventory") })}`,
    ].join("\n"),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
};

function total(rows: readonly InventoryRow[], { words }: ReportContext): string {
  if (rows.length === 0) return words.say("summary.no-fields");
  const sensitive = rows.filter((row) => row.special !== null).length;
  const fields = words.say("summary.coverage", { n: rows.length });
  return sensitive > 0 ? `${fields}, ${words.say("inventory.total-special", { n: sensitive })}` : fields;
}

function types(rows: readonly InventoryRow[], context: ReportContext): string {
  const counts = typeCounts(rows);
  const shown = counts.slice(0, TYPES_SHOWN);
  const hidden = counts.slice(TYPES_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  const lines = shown.map(([type, n]): [string, string] => [context.words.number(n), typeTitle(type, context)]);
  if (hidden > 0) lines.push([context.words.number(hidden), context.words.say("none.other-types")]);
  return columns(lines);
}

/** Data types with the number of their fields, the most frequent first. */
export function typeCounts(rows: readonly InventoryRow[]): [string, number][] {
  return [...groupBy(rows, ({ dataType }) => dataType)]
    .map(([type, own]): [string, number] => [type, own.length])
    .sort(([a, n], [b, m]) => m - n || compareText(a, b));
}

export function typeTitle(type: string, { catalog, words }: Pick<ReportContext, "catalog" | "words">): string {
  return catalog.dataTypes.get(type)?.title[words.language] ?? type;
}

function special(rows: readonly InventoryRow[], { words, colour }: ReportContext): string {
  const sensitive = rows.filter((row) => row.special !== null);
  if (sensitive.length === 0) return "";
  const shown = sensitive.slice(0, SPECIAL_SHOWN).map((row): [string, string] => {
    const where = colour.dim(`  ${escapeTerminal(formatPlace(row))}`);
    return [words.say(`special.${row.special!}`), escapeTerminal(row.id) + where];
  });
  const more = sensitive.length - shown.length;
  const title = colour.bold(words.say("none.special"));
  return [
    title,
    columns(shown, "left"),
    ...(more > 0 ? [colour.dim(`  ${words.say("none.more", { n: more })}`)] : []),
  ].join("\n");
}

function recipients({ recipients: rows }: AuditResult, { words, colour, catalog }: ReportContext): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, RECIPIENTS_SHOWN).map(({ id, mentions, data }): [string, string] => {
    const types = [...new Set(data.map(({ dataType }) => dataType))];
    const gets = types.map((type) => catalog.dataTypes.get(type)?.title[words.language] ?? type).join(", ");
    const entry = catalog.recipients.get(id);
    const country = entry?.country ? ` (${entry.country})` : "";
    const first = mentions[0];
    const where = first ? colour.dim(`  ${escapeTerminal(formatPlace(first.place))}`) : "";
    return [
      (entry?.title[words.language] ?? id) + country,
      words.say("summary.places", { n: mentions.length }) + where + (gets === "" ? "" : `  ← ${gets}`),
    ];
  });
  const more = rows.length - shown.length;
  const title = colour.bold(words.say("none.recipients"));
  return [
    title,
    columns(shown, "left"),
    ...(more > 0 ? [colour.dim(`  ${words.say("none.more", { n: more })}`)] : []),
  ].join("\n");
}

function cookies({ cookies: rows }: AuditResult, { words, colour }: ReportContext): string {
  if (rows.length === 0) return "";
  const names = rows.map(({ name }) => escapeTerminal(name)).join(", ");
  return `${colour.bold(words.say("none.cookies"))}\n  ${names}`;
}

/** Two columns under a margin; the first aligned to the side that suits it. */
export function columns(lines: readonly (readonly [string, string])[], side: "left" | "right" = "right"): string {
  const width = Math.max(0, ...lines.map(([first]) => stringWidth(first)));
  return lines
    .map(([first, second]) => {
      const gap = " ".repeat(width - stringWidth(first));
      return `  ${side === "right" ? gap + first : first + gap}  ${second}`;
    })
    .join("\n");
}
