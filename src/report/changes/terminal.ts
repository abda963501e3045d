import type { ChalkInstance } from "chalk";
import { groupBy, type Catalog, type Change, type Language, type ProcessingChanges } from "../../model/index.js";
import { escapeTerminal } from "../escape/terminal.js";
import { wrap } from "../wrap.js";
import { aspectLines } from "./lines.js";
import { changeWords, type ChangeWords } from "./values.js";

export interface ChangesContext {
  readonly catalog: Pick<Catalog, "dataTypes" | "recipients">;
  readonly language: Language;
  readonly colour: ChalkInstance;
  readonly width: number;
}

const SIGNS = { added: "+", removed: "−", changed: "~" } as const satisfies Record<Change["kind"], string>;

/** What changed, for people at a terminal: a section for each part of the processing. */
export function renderChanges(changes: ProcessingChanges, context: ChangesContext): string {
  const words = changeWords(context.language, context.catalog, changes);
  const { colour } = context;
  const between = { before: escapeTerminal(changes.before), after: escapeTerminal(changes.after) };
  const head = `${colour.bold(words.words.say("title"))}\n${colour.dim(words.words.say("from-to", between))}`;
  if (changes.changes.length === 0) {
    return `${head}\n\n${colour.green(words.words.say("none"))}. ${words.words.say("none-long")}\n`;
  }
  const sections = [...groupBy(changes.changes, ({ about }) => about)].map(([about, own]) =>
    [
      colour.bold.underline(words.words.say(`head.${about}`)),
      ...own.map((change) => block(change, words, context)),
    ].join("\n"),
  );
  return `${[head, ...sections, words.words.say("count", { n: changes.changes.length })].join("\n\n")}\n`;
}

function block(change: Change, words: ChangeWords, { colour, width }: ChangesContext): string {
  const paint = { added: colour.green, removed: colour.red, changed: colour.yellow }[change.kind];
  const name = escapeTerminal(words.name(change.about, change.id, change.title));
  const lines = aspectLines(change, words).map(
    ({ label, text }) => `      ${wrap(`${colour.dim(`${label}:`)} ${escapeTerminal(text)}`, width, 8)}`,
  );
  return [
    `  ${paint(`${SIGNS[change.kind]} ${name}`)}  ${colour.dim(words.words.say(`kind.${change.kind}`))}`,
    ...lines,
  ].join("\n");
}
