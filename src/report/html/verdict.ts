import type { Severity } from "../../model/index.js";
import type { PageData } from "./page-data.js";

/** What the report comes to. `nothing` is no praise: contradictions were not found, which proves no compliance. */
export type Verdict = "unjudged" | "errors" | "warnings" | "notes" | "nothing";

export function verdictOf({ map, findings }: Pick<PageData, "map" | "findings">): Verdict {
  if (map === null) return "unjudged";
  const has = (severity: Severity): boolean => findings.some((finding) => finding.severity === severity);
  if (has("error")) return "errors";
  if (has("warning")) return "warnings";
  return has("note") ? "notes" : "nothing";
}
