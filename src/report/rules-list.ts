import { groupBy, type Rule } from "../model/index.js";
import type { ReportContext } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";
import { ruleReferences } from "./references.js";
import { severityColour } from "./terminal/palette.js";
import { wrap } from "./wrap.js";

/** Rules by theme: severity, id, title and where it is written. */
export function renderRules(rules: readonly Rule[], { words, colour, width }: ReportContext): string {
  const ids = Math.max(0, ...rules.map(({ id }) => id.length));
  const severities = Math.max(0, ...rules.map(({ severity }) => words.say(`severity.${severity}`).length));
  const indent = 2 + severities + 2 + ids + 2;
  const line = (rule: Rule): string => {
    const severity = severityColour(colour, rule.severity)(words.say(`severity.${rule.severity}`).padEnd(severities));
    const title = wrap(escapeTerminal(rule.title[words.language]), width, indent);
    const law = colour.dim(wrap(ruleReferences(rule, words).join(" · "), width, indent));
    return `  ${severity}  ${rule.id.padEnd(ids)}  ${title}\n${" ".repeat(indent)}${law}`;
  };
  const themes = [...groupBy(rules, ({ id }) => id.split("/")[0]!)].map(
    ([theme, own]) => `${colour.bold(theme)}\n${own.map(line).join("\n")}`,
  );
  return `${[...themes, words.say("rules.count", { n: rules.length })].join("\n\n")}\n`;
}
