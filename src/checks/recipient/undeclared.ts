import { defineCheck } from "../check.js";
import { declarationsOf } from "../shared/recipients.js";

/** A tracker, SDK or external interface that the code uses and the map does not name. Told once, where it is seen best. */
export default defineCheck({
  id: "recipient/undeclared",
  *run({ inventory, map, catalog }) {
    for (const { id, mentions } of inventory.recipients) {
      // What stays on the visitor's device reaches nobody.
      if (catalog.recipients.get(id)?.kind === "device" || declarationsOf(id, map, catalog).length > 0) continue;
      // A line of code says more than a dependency in a manifest.
      const best = mentions.find(({ how }) => how !== "dependency") ?? mentions[0];
      if (!best) continue;
      yield {
        subject: id,
        place: best.place,
        data: { recipient: id, id, trace: best.trace, country: catalog.recipients.get(id)?.country ?? "?" },
        related: mentions.filter((mention) => mention !== best).map(({ place }) => ({ place, role: "mention" })),
      };
    }
  },
});
