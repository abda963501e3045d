import { defineCheck } from "../check.js";
import { textLists } from "../shared/practices.js";
import { promotions } from "../shared/promotion.js";

interface Parameters {
  /** Stems of words that tell of promotion. */
  readonly promoting: readonly string[];
  /** Stems that make something else of a message. */
  readonly otherwise: readonly string[];
}

/** A marketing purpose that does not rest on consent, and promotion sent to a list that is chosen by no one's consent. */
export default defineCheck<Parameters>({
  id: "marketing/no-opt-in",
  parameters: textLists("promoting", "otherwise"),
  *run(model, words) {
    for (const [id, { marketing, bases, path, place }] of model.map.purposes) {
      if (!marketing || bases.length === 0 || bases.some(({ type }) => type === "consent")) continue;
      yield { subject: path, place, data: { problem: "basis", purpose: id, callee: "" } };
    }
    for (const { callee, selects, words: near, place } of promotions(model, words)) {
      // A link to unsubscribe is offered to those who were written to; it chooses nobody.
      if (
        !selects ||
        near.some((word) => word !== "unsubscribe" && !/unsubscribe_?(?:url|link|token|href)/i.test(word))
      )
        continue;
      yield { subject: `${place.file}: ${callee}`, place, data: { problem: "message", purpose: "", callee } };
    }
  },
});
