import { toSafeJson } from "../../escape/json.js";
import type { PaperDocument } from "../document.js";

/** The document as data, for those who lay it out themselves. */
export function renderJson(document: PaperDocument): string {
  return `${toSafeJson({ version: 1, ...document })}\n`;
}
