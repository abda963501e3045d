import { ruleText } from "../catalog/index.js";
import type { Finding } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { toSafeJson } from "./escape/json.js";

/**
 * The contract with machines, published as `rules/schemas/result.schema.json`: the result as it is, each finding with its message in the
 * language of the report beside its data.
 */
export const renderJson: Renderer = (result, context) =>
  `${toSafeJson({
    ...result,
    findings: result.findings.map((finding) => withMessage(finding, context)),
    suppressed: result.suppressed.map((each) => ({ ...each, finding: withMessage(each.finding, context) })),
  })}\n`;

function withMessage(finding: Finding, { catalog, words }: ReportContext): Finding & { readonly message: string } {
  const { rule: id, severity, ...facts } = finding;
  const rule = catalog.rules.get(id);
  const message = rule ? ruleText(catalog, rule, "message", words.language, finding.data ?? {}) : finding.subject;
  return { rule: id, severity, message, ...facts };
}
