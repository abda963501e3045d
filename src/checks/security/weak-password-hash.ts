import { defineCheck } from "../check.js";
import { practicesOf } from "../shared/practices.js";

/** A password kept by a hash that is fast to try out, or compared as it is. */
export default defineCheck({
  id: "security/weak-password-hash",
  *run(model) {
    for (const { how, detail, place } of practicesOf(model, "weak-password"))
      yield { subject: `${place.file}: ${detail}`, place, data: { how, detail } };
  },
});
