import { defineCheck } from "../check.js";
import { repealedLaw } from "../shared/law.js";
import { affirmed, atClause, policyText } from "../shared/policy/text.js";

interface Parameters {
  /** Statements of the law that made a type of basis valid. */
  readonly bases: readonly string[];
}

/** A basis that the law no longer knows, in the map or in the published policy. */
export default defineCheck<Parameters>({
  id: "basis/repealed",
  parameters: {
    type: "object",
    required: ["bases"],
    properties: { bases: { type: "array", items: { type: "string" } } },
  },
  *run(model, { bases }) {
    const gone = new Map(
      bases.flatMap((id) => {
        const fact = repealedLaw(model, id);
        return fact ? [[fact.value, fact] as const] : [];
      }),
    );
    for (const [id, purpose] of model.map.purposes) {
      for (const { type, place } of purpose.bases) {
        const fact = gone.get(type);
        if (!fact) continue;
        const data = { where: "map", purpose: id, basis: type, act: fact.id, until: fact.validTo ?? "" };
        yield { subject: `${purpose.path} ${type}`, place, data };
      }
    }
    const text = policyText(model);
    for (const one of text ? affirmed(text, "basis") : []) {
      const fact = gone.get(one.value);
      if (!fact) continue;
      const data = { where: "text", purpose: "", basis: one.value, act: fact.id, until: fact.validTo ?? "" };
      yield atClause(text!, one, { subject: `text ${one.value}`, data });
    }
  },
});
