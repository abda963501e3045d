import { defineCheck } from "../check.js";
import { names } from "../suppressor.js";

/** A comment that suppresses nothing: what it excused is gone, or it stands on the wrong line. */
export default defineCheck({
  id: "scan/unused-suppression",
  late: true,
  *run(_model, _parameters, { idle, active }) {
    for (const { rules, reason, place } of idle) {
      // Rules not in force under this regime or on this day may be in force on another. A comment that is wrong in itself is told of elsewhere.
      const judged = rules.length > 0 && rules.every((name) => [...active].some((rule) => names(name, rule)));
      if (!judged || reason === "") continue;
      yield { subject: `${place.file} ${rules.join(" ")}`, place, data: { rules } };
    }
  },
});
