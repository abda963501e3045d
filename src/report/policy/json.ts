import type { PolicyReport } from "../../model/index.js";
import type { ReportContext } from "../context.js";
import { toSafeJson } from "../escape/json.js";
import { plainMessage } from "../finding-message.js";

/** For machines: clauses with their statements, findings with their messages, and the numbers of what was not understood. */
export function renderPolicyJson(
  { text, findings, general, unread }: PolicyReport,
  context: Pick<ReportContext, "catalog" | "words">,
): string {
  return `${toSafeJson({
    version: 1,
    file: text.file,
    language: text.language,
    clauses: text.clauses,
    findings: findings.map((finding) => ({
      ...finding,
      message: plainMessage(finding, context.catalog.rules.get(finding.rule) ?? null, context),
    })),
    general: general.map(({ number }) => number),
    unread: unread.map(({ number }) => number),
  })}\n`;
}
