import type { ProcessingChanges } from "../../model/index.js";
import { toSafeJson } from "../escape/json.js";

/** The contract with machines, published as `rules/schemas/changes.schema.json`. */
export function renderChangesJson(changes: ProcessingChanges): string {
  return `${toSafeJson(changes)}\n`;
}
