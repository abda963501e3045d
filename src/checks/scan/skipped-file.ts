import type { SkipReason } from "../../model/index.js";
import { defineCheck } from "../check.js";

interface Parameters {
  readonly reasons: readonly SkipReason[];
}

/** A file in scope that could not be analysed, for one of the reasons the rule names. */
export default defineCheck<Parameters>({
  id: "scan/skipped-file",
  parameters: {
    type: "object",
    required: ["reasons"],
    properties: { reasons: { type: "array", items: { type: "string" }, minItems: 1 } },
  },
  *run({ skipped }, { reasons }) {
    for (const { file, reason, detail, line, column } of skipped) {
      if (!reasons.includes(reason)) continue;
      yield { subject: file, place: { file, line, column }, data: { file, reason, detail } };
    }
  },
});
