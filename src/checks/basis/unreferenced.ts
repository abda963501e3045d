import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";

/** A basis without the document it rests on. */
export default defineCheck({
  id: "basis/unreferenced",
  *run({ map }) {
    for (const [id, purpose] of map.purposes) {
      for (const { type, ref, place } of purpose.bases) {
        if (!isAnswered(ref)) yield { subject: `${purpose.path} ${type}`, place, data: { purpose: id, basis: type } };
      }
    }
  },
});
