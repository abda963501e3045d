import { defineCheck } from "../check.js";
import { names } from "../suppressor.js";

/** A comment that suppresses nothing: what it excused is gone, or it stands on the wrong line. The same of a rule that the map turns off. */
export default defineCheck({
  id: "scan/unused-suppression",
  late: true,
  *run({ partial }, _parameters, { idle, idleSettings, active }) {
    for (const { rules, reason, place } of idle) {
      // Rules not in force under this regime or on this day may be in force on another. A comment that is wrong in itself is told of elsewhere.
      const judged = rules.length > 0 && rules.every((name) => [...active].some((rule) => names(name, rule)));
      if (!judged || reason === "") continue;
      yield { subject: `${place.file} ${rules.join(" ")}`, place, data: { rules, where: "code" } };
    }
    // What a part of the code does not need may be needed by the rest.
    if (partial) return;
    for (const { rule, place } of idleSettings) {
      yield { subject: `audit.rules ${rule}`, place, data: { rules: [rule], where: "map" } };
    }
  },
});
