import { defineCheck } from "../check.js";

/** A marketing purpose while the map names no way to unsubscribe. */
export default defineCheck({
  id: "marketing/no-unsubscribe",
  *run({ map }) {
    if (map.rights.has("unsubscribe")) return;
    for (const [id, { marketing, path, place }] of map.purposes) {
      if (marketing) yield { subject: path, place, data: { purpose: id } };
    }
  },
});
