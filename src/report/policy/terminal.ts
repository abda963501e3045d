import { formatPlace, type Finding, type PolicyReport } from "../../model/index.js";
import type { ReportContext } from "../context.js";
import { escapeTerminal } from "../escape/terminal.js";
import { messageOf } from "../finding-message.js";
import { severityColour } from "../terminal/palette.js";
import { wrap } from "../wrap.js";
import { shorten } from "./markdown.js";
import { policySpeaker, sayings, type PolicySpeaker } from "./words.js";

type Context = Pick<ReportContext, "catalog" | "words" | "colour" | "width">;

/** For people at a terminal: what is wrong, clause by clause; what each clause was taken to say; what nobody understood but them. */
export function renderPolicy(report: PolicyReport, context: Context): string {
  const words = policySpeaker(context.words.language);
  return `${[head(report, words, context), wrong(report, words, context), said(report, words, context), open(report, words, context)].join("\n\n")}\n`;
}

function head({ text, understood, general, unread }: PolicyReport, words: PolicySpeaker, { colour }: Context): string {
  const counts = [
    words.say("counts", { n: text.clauses.length }),
    words.say("understood", { n: understood.length }),
    words.say("general", { n: general.length }),
    words.say("unread", { n: unread.length }),
  ].join(", ");
  return `${colour.bold.underline(escapeTerminal(words.say("title", { file: text.file })))}\n${counts}`;
}

function wrong({ findings, text }: PolicyReport, words: PolicySpeaker, context: Context): string {
  const { colour, width } = context;
  if (findings.length === 0) {
    return `${colour.green.bold(words.say("clean"))}\n${colour.dim(wrap(words.say("limits"), width, 0))}`;
  }
  const ordered = findings.toSorted((a, b) => lineOf(a, text.file) - lineOf(b, text.file));
  return [colour.bold(words.say("findings")), ...ordered.map((finding) => block(finding, words, context))].join("\n\n");
}

/** Findings come in the order of the text; those that stand in code come after. */
function lineOf({ place }: Finding, file: string): number {
  return place?.file === file ? place.line : Infinity;
}

const RELATED_SHOWN = 6;

function block(finding: Finding, words: PolicySpeaker, context: Context): string {
  const { colour, width, catalog } = context;
  const paint = severityColour(colour, finding.severity);
  const rule = catalog.rules.get(finding.rule) ?? null;
  const severity = context.words.say(`severity.${finding.severity}`);
  const places = [finding.place, ...(finding.related ?? []).map(({ place }) => place)].flatMap((place) =>
    place ? [formatPlace(place)] : [],
  );
  const shown = [...new Set(places)].slice(0, RELATED_SHOWN);
  return [
    `  ${paint.bold(severity)}  ${wrap(messageOf(finding, rule, context), width, 4)}`,
    `    ${colour.dim(wrap(`${words.say("code")} ${shown.map(escapeTerminal).join(", ")}  ${finding.rule}`, width, 6))}`,
  ].join("\n");
}

function said({ understood }: PolicyReport, words: PolicySpeaker, { catalog, colour, width }: Context): string {
  const wide = Math.max(0, ...understood.map(({ number }) => number.length));
  const rows = understood.map((clause) => {
    const text = escapeTerminal(sayings(clause, { catalog, words }).join("; "));
    return `  ${colour.bold(clause.number.padEnd(wide))}  ${wrap(text, width, wide + 4)}`;
  });
  return [colour.bold(words.say("said")), ...rows].join("\n");
}

function open({ unread, text }: PolicyReport, words: PolicySpeaker, { colour, width }: Context): string {
  if (unread.length === 0) return colour.dim(words.say("unread-none"));
  const rows = unread.map((clause) => {
    const place = colour.dim(escapeTerminal(`${text.file}:${clause.line}`));
    return `  ${colour.bold(clause.number)}  ${place}\n    ${wrap(escapeTerminal(shorten(clause.text)), width, 4)}`;
  });
  return [colour.bold(words.say("unread-title")), ...rows].join("\n");
}
