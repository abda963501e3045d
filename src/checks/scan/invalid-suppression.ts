import { defineCheck } from "../check.js";
import { names } from "../suppressor.js";

/** A comment that names no rule, a rule that does not exist, or no reason. */
export default defineCheck({
  id: "scan/invalid-suppression",
  late: true,
  *run({ inventory, catalog }) {
    const known = [...catalog.rules.keys()];
    for (const { rules, reason, place } of inventory.suppressions) {
      const subject = `${place.file} ${rules.join(" ")}`;
      if (rules.length === 0) yield { subject, place, data: { problem: "no-rule" } };
      for (const name of rules) {
        if (known.some((rule) => names(name, rule))) continue;
        yield { subject: `${subject} ${name}`, place, data: { problem: "unknown-rule", rule: name } };
      }
      if (rules.length > 0 && reason === "") yield { subject, place, data: { problem: "no-reason", rules } };
    }
  },
});
