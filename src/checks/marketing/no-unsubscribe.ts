import { defineCheck } from "../check.js";
import { textLists } from "../shared/practices.js";
import { promotions } from "../shared/promotion.js";

interface Parameters {
  /** Stems of words that tell of promotion. */
  readonly promoting: readonly string[];
  /** Stems that make something else of a message. */
  readonly otherwise: readonly string[];
}

/** A marketing purpose while the map names no way to unsubscribe, and promotion sent to many with no such way in the message. */
export default defineCheck<Parameters>({
  id: "marketing/no-unsubscribe",
  parameters: textLists("promoting", "otherwise"),
  *run(model, words) {
    const { map } = model;
    for (const [id, { marketing, path, place }] of map.rights.has("unsubscribe") ? [] : map.purposes) {
      if (marketing) yield { subject: path, place, data: { problem: "map", purpose: id, callee: "" } };
    }
    for (const { callee, bulk, words: near, place } of promotions(model, words)) {
      if (!bulk || near.includes("unsubscribe")) continue;
      yield { subject: `${place.file}: ${callee}`, place, data: { problem: "message", purpose: "", callee } };
    }
  },
});
