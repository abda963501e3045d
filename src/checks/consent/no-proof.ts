import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";

/** A consent of which the map names no record. */
export default defineCheck({
  id: "consent/no-proof",
  *run({ map }) {
    for (const [id, { proof, path, place }] of map.consents) {
      if (!isAnswered(proof)) yield { subject: path, place, data: { consent: id } };
    }
  },
});
