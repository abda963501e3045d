import { escapeTerminal } from "../../escape/terminal.js";
import type { Line, PaperDocument } from "../document.js";
import { documentSpeaker } from "../words/index.js";

/** Text of code and map, safe in XML: what cannot be seen is shown. */
export function safe(text: string): string {
  return escapeTerminal(text).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

export const QUESTION_MARK = "[?]";

const BLANK = "____________________";

/** A line as plain text: questions carry their mark, blanks their rule. */
export function plain({ kind, text }: Line): string {
  if (kind === "question") return `${QUESTION_MARK} ${text}`;
  if (kind === "blank") return text === "" ? BLANK : `${BLANK} (${text})`;
  return text;
}

/** How many questions are open; nothing where there are none. */
export function questionNotice({ questions, language }: PaperDocument): string | null {
  return questions.length === 0 ? null : documentSpeaker(language).say("questions-count", { n: questions.length });
}

/** What made the document, and from what. */
export function madeWith({ tool, date, language }: PaperDocument): string {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? dates.format(new Date(`${date}T00:00:00Z`)) : "—";
  return documentSpeaker(language).say("made-with", { tool, date: day });
}
