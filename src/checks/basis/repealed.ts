import { defineCheck } from "../check.js";
import { repealedLaw } from "../shared/law.js";

interface Parameters {
  /** Statements of the law that made a type of basis valid. */
  readonly bases: readonly string[];
}

/** A basis that the law no longer knows. */
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
        const data = { purpose: id, basis: type, act: fact.id, until: fact.validTo ?? "" };
        yield { subject: `${purpose.path} ${type}`, place, data };
      }
    }
  },
});
