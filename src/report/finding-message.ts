import { ruleText } from "../catalog/index.js";
import type { Finding, Rule } from "../model/index.js";
import type { ReportContext } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";

/** The rule's message for a finding, on one line and safe to print. */
export function messageOf(
  finding: Finding,
  rule: Rule | null,
  context: Pick<ReportContext, "catalog" | "words">,
): string {
  return escapeTerminal(plainMessage(finding, rule, context));
}

/** The same as plain text, for formats that escape in their own way. A finding of a rule that is no longer there shows its subject. */
export function plainMessage(
  finding: Finding,
  rule: Rule | null,
  { catalog, words }: Pick<ReportContext, "catalog" | "words">,
): string {
  return rule ? ruleText(catalog, rule, "message", words.language, finding.data ?? {}) : finding.subject;
}

/** What to do about a finding, as plain text; empty where the rule is not known. */
export function plainRemedy(
  finding: Finding,
  rule: Rule | null,
  { catalog, words }: Pick<ReportContext, "catalog" | "words">,
): string {
  return rule ? ruleText(catalog, rule, "remedy", words.language, finding.data ?? {}) : "";
}
