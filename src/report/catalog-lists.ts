import { compareText, type CatalogRecipient, type DataType } from "../model/index.js";
import type { ReportContext } from "./context.js";
import { toSafeJson } from "./escape/json.js";
import { escapeTerminal } from "./escape/terminal.js";

/** The data types of the catalogue: id, title, the category proposed for it. */
export function renderDataTypes(types: readonly DataType[], context: ReportContext): string {
  const { words, colour } = context;
  return table(
    types.map(({ id, title, category, special }) => [
      id,
      title[words.language],
      special === null ? category : `${category}  ${colour.red(words.say(`special.${special}`))}`,
    ]),
    context,
  );
}

/** The third parties that are recognised: id, title, country of the contracting party as best known. */
export function renderRecipients(recipients: readonly CatalogRecipient[], context: ReportContext): string {
  return table(
    recipients.map(({ id, title, country }) => [id, title[context.words.language], country ?? ""]),
    context,
  );
}

/** What is read in code: id and what it recognises, in English as its author wrote it. */
export function renderCollectors(
  collectors: readonly { readonly id: string; readonly recognises: string }[],
  context: ReportContext,
): string {
  return table(
    collectors.map(({ id, recognises }) => [id, recognises, ""]),
    context,
  );
}

/** Any of these lists for machines, with every text in both languages. */
export function renderListJson(entries: readonly unknown[]): string {
  return `${toSafeJson(entries)}\n`;
}

function table(rows: readonly (readonly [string, string, string])[], { colour }: ReportContext): string {
  const sorted = [...rows].sort(([a], [b]) => compareText(a, b));
  const ids = Math.max(0, ...sorted.map(([id]) => id.length));
  const titles = Math.max(0, ...sorted.map(([, title, rest]) => (rest === "" ? 0 : title.length)));
  return sorted
    .map(([id, title, rest]) =>
      `${colour.bold(escapeTerminal(id))}${" ".repeat(ids - id.length)}  ${escapeTerminal(title).padEnd(titles)}  ${colour.dim(rest)}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
