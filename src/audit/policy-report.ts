import type { AuditModel, Finding, PolicyClause, PolicyReport, PolicyTopic } from "../model/index.js";

/** Clauses about these state nothing that code could bear out. */
const GENERAL: ReadonlySet<PolicyTopic> = new Set(["definitions", "principles", "scope", "liability", "changes"]);

/** What an audit found about the published policy; null where it could not be read. */
export function policyReport({ policy }: AuditModel, findings: readonly Finding[]): PolicyReport | null {
  if (!policy.read) return null;
  const { text } = policy;
  const understood = text.clauses.filter(({ statements }) => statements.length > 0);
  const rest = text.clauses.filter(({ statements }) => statements.length === 0);
  return {
    text,
    findings: findings.filter((finding) => concerns(finding, text.file)),
    understood,
    general: rest.filter(isGeneral),
    unread: rest.filter((clause) => !isGeneral(clause)),
  };
}

function concerns({ rule, place, related = [] }: Finding, file: string): boolean {
  return rule.startsWith("policy/") || place?.file === file || related.some((one) => one.place.file === file);
}

/** A lead-in of a list says what its items are. */
function isGeneral({ topics, text }: PolicyClause): boolean {
  return topics.some((topic) => GENERAL.has(topic)) || (text.endsWith(":") && !text.includes("\n"));
}
