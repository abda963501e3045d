import { defineCheck } from "../check.js";

/** A purpose without a legal basis. */
export default defineCheck({
  id: "basis/missing",
  *run({ map }) {
    for (const [id, { bases, place, path }] of map.purposes) {
      if (bases.length === 0) yield { subject: path, place, data: { purpose: id } };
    }
  },
});
