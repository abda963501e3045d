import { purposeOf } from "../../policy/index.js";
import { defineCheck } from "../check.js";
import { affirmed, atClause, policyText } from "../shared/policy/text.js";

/** A purpose so worded, in the policy or in the map, that nobody can tell what is done or when it is reached. */
export default defineCheck({
  id: "policy/vague-purpose",
  *run(model) {
    const text = policyText(model);
    for (const one of text ? affirmed(text, "vague-purpose") : []) {
      yield atClause(text!, one, {
        subject: `${one.value}:${one.clause.number}`,
        data: { problem: one.value, where: "text" },
      });
    }
    for (const [id, { title, path, place }] of model.map.purposes) {
      const { vague } = purposeOf(title, model.catalog);
      if (vague === null) continue;
      yield { subject: path, place, data: { problem: vague, where: "map", purpose: id, quote: title, clause: "" } };
    }
  },
});
