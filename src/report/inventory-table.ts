import Table from "cli-table3";
import { groupBy, type AuditResult, type InventoryRow } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";
import { scope } from "./terminal/summary.js";
import { columns, typeCounts, typeTitle } from "./terminal/overview.js";

/** What the code collects, field by field under the record it stands in, with the map's category where there is one. */
export const renderInventoryTable: Renderer = (result, context) => {
  const { words, colour } = context;
  if (result.inventory.length === 0) return `${words.say("inventory.empty")}\n\n${scope(result, context)}\n`;
  const counts = typeCounts(result.inventory).map(([type, n]): [string, string] => [
    words.number(n),
    typeTitle(type, context),
  ]);
  return [
    `${table(result.inventory, context)}\n`,
    colour.bold(totals(result, context)),
    `${columns(counts)}\n`,
    `${scope(result, context)}\n`,
  ].join("\n");
};

const BORDERLESS = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right"],
    ["bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ]
    .flat()
    .map((part) => [part, ""]),
);

const COLUMNS = 6;

function table(rows: readonly InventoryRow[], context: ReportContext): string {
  const { words, colour } = context;
  const lines = new Table({
    chars: { ...BORDERLESS, middle: "  " },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
  });
  const head = [
    "inventory.place",
    "inventory.field",
    "inventory.type",
    "inventory.category",
    "inventory.kind",
  ] as const;
  lines.push(
    ["", ...head.map((key) => colour.dim(words.say(key))), colour.dim(words.say("inventory.confidence"))].slice(1),
  );
  for (const own of groupBy(rows, ({ file, source, owner }) => `${file} ${source} ${owner}`).values()) {
    const [first] = own;
    if (!first) continue;
    const owner = first.owner === "" ? first.source : `${first.source}:${first.owner}`;
    const title = `${colour.bold(escapeTerminal(owner))}  ${colour.dim(escapeTerminal(first.file))}`;
    lines.push([{ colSpan: COLUMNS, content: "" }], [{ colSpan: COLUMNS, content: title }]);
    for (const row of own) lines.push(cells(row, context));
  }
  // The table pads every line to its full width.
  return lines
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function cells(row: InventoryRow, context: ReportContext): string[] {
  const { words, colour } = context;
  const special = row.special === null ? "" : colour.red(` (${words.say(`special.${row.special}`)})`);
  const undeclared = row.entry === null && row.category !== null;
  return [
    colour.dim(`${row.line}:${row.column}`),
    escapeTerminal(row.field),
    typeTitle(row.dataType, context) + special,
    undeclared ? colour.dim(`${escapeTerminal(row.category!)}?`) : escapeTerminal(row.category ?? ""),
    words.say(`kind.${row.kind}`),
    words.say(`confidence.${row.confidence}`),
  ];
}

function totals({ inventory }: AuditResult, { words }: ReportContext): string {
  const special = inventory.filter((row) => row.special !== null).length;
  const references = inventory.filter(({ dataType }) => dataType === "person_reference").length;
  const owners = new Set(inventory.map(({ file, source, owner }) => `${file} ${source} ${owner}`)).size;
  return [
    words.say("inventory.total", { n: inventory.length }),
    words.say("inventory.owners", { n: owners }),
    ...(special > 0 ? [words.say("inventory.total-special", { n: special })] : []),
    ...(references > 0 ? [words.say("inventory.references", { n: references })] : []),
  ].join(", ");
}
