import { ruleText } from "../catalog/index.js";
import type { Rule } from "../model/index.js";
import type { ReportContext } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";
import { ruleReferences } from "./references.js";
import { severityColour } from "./terminal/palette.js";
import { wrap } from "./wrap.js";

/** What a rule asks for, why, on which law, and what to do when it fires. */
export function renderRule(rule: Rule, { catalog, words, colour, width }: ReportContext): string {
  const text = (kind: "title" | "message" | "explanation" | "remedy") =>
    escapeTerminal(ruleText(catalog, rule, kind, words.language));
  const paint = severityColour(colour, rule.severity);
  const prose = (lead: string, body: string) => `${colour.bold(lead)}\n  ${wrap(body, width, 2)}`;
  const facts = [
    [words.say("explain.severity"), words.say(`severity.${rule.severity}`)],
    [words.say("explain.basis"), ruleReferences(rule, words).join(" · ")],
    [words.say("explain.in-force"), inForce(rule, words)],
    // The source is kept in English alone.
    [
      words.say("explain.source"),
      [...(words.language === "en" ? [rule.source] : []), verified(rule, words)].join("; "),
    ],
  ] as const;
  return `${[
    `${paint.bold(rule.id)}  ${colour.bold(text("title"))}`,
    prose(words.say("explain.what"), text("message")),
    prose(words.say("explain.why"), text("explanation")),
    prose(words.say("explain.remedy"), text("remedy")),
    facts.map(([lead, body]) => `${colour.dim(lead)}: ${wrap(escapeTerminal(body), width, 2)}`).join("\n"),
  ].join("\n\n")}\n`;
}

function inForce({ validFrom, validTo }: Rule, words: ReportContext["words"]): string {
  const dates = [
    ...(validFrom === null ? [] : [words.say("explain.from", { date: validFrom })]),
    ...(validTo === null ? [] : [words.say("explain.until", { date: validTo })]),
  ];
  return dates.length === 0 ? words.say("explain.always") : dates.join(" ");
}

function verified({ verifiedOn }: Rule, words: ReportContext["words"]): string {
  return verifiedOn === null ? words.say("explain.unverified") : words.say("explain.verified", { date: verifiedOn });
}
