import type { Finding } from "./finding.js";
import type { PolicyClause, PolicyText } from "./policy.js";

/** The published policy held against map and code: plain data for any renderer. */
export interface PolicyReport {
  readonly text: PolicyText;
  /** Findings of policy rules, and of others that stand at a clause or cite one. */
  readonly findings: readonly Finding[];
  /** Clauses in which something was recognised. */
  readonly understood: readonly PolicyClause[];
  /** Definitions, principles and the like, which state no facts to compare. */
  readonly general: readonly PolicyClause[];
  /** Clauses of which nothing was understood. */
  readonly unread: readonly PolicyClause[];
}
