import type { Finding } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { toSafeJson } from "./escape/json.js";
import { plainMessage } from "./finding-message.js";

/**
 * The contract with machines, published as `rules/schemas/result.schema.json`: the result as it is, each finding with its message in the
 * language of the report beside its data.
 */
export const renderJson: Renderer = (result, context) =>
  `${toSafeJson({
    ...result,
    findings: result.findings.map((finding) => withMessage(finding, context)),
    suppressed: result.suppressed.map((each) => ({ ...each, finding: withMessage(each.finding, context) })),
    comparison: result.comparison && {
      ...result.comparison,
      known: result.comparison.known.map((finding) => withMessage(finding, context)),
    },
  })}\n`;

function withMessage(finding: Finding, context: ReportContext): Finding & { readonly message: string } {
  const { rule, severity, ...facts } = finding;
  return { rule, severity, message: plainMessage(finding, context.catalog.rules.get(rule) ?? null, context), ...facts };
}
