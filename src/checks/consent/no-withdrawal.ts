import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";

/** A consent that nothing in the map withdraws. */
export default defineCheck({
  id: "consent/no-withdrawal",
  *run({ map }) {
    for (const [id, { withdraw, path, place }] of map.consents) {
      if (!isAnswered(withdraw)) yield { subject: path, place, data: { consent: id } };
    }
  },
});
