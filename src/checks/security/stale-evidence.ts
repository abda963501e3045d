import { defineCheck } from "../check.js";
import { dateAfter } from "../shared/dates.js";

/** Evidence of a measure that is past the day by which it had to be reviewed again. */
export default defineCheck({
  id: "security/stale-evidence",
  *run({ map, today }) {
    for (const [id, { reviewed, validFor, owner, path, place }] of [...map.security, ...map.organisation]) {
      const due = dateAfter(reviewed, validFor);
      if (due === null || due >= today) continue;
      yield { subject: path, place, data: { measure: id, reviewed, due, owner: owner ?? "?" } };
    }
  },
});
