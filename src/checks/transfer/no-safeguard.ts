import { defineCheck } from "../check.js";
import { countriesOf, foreignRecipients } from "../shared/transfers.js";

interface Parameters {
  /** Statements of the law that list countries to which data move freely. */
  readonly free: readonly string[];
  /** Statements that list countries where that holds for some recipients only: the map must say that this is one of them. */
  readonly conditional: readonly string[];
}

/**
 * A recipient in a third country with neither adequacy nor safeguard nor derogation. Data that a controller abroad collects and keeps in its own
 * country leave no country.
 */
export default defineCheck<Parameters>({
  id: "transfer/no-safeguard",
  parameters: {
    type: "object",
    required: ["free", "conditional"],
    properties: {
      free: { type: "array", items: { type: "string" } },
      conditional: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, { free, conditional }) {
    const open = countriesOf(model, free);
    const partly = countriesOf(model, conditional);
    for (const [id, recipient] of foreignRecipients(model, model.map.controller.country)) {
      const { country, crossBorder, path, place, name } = recipient;
      const tool = crossBorder?.gdprTool ?? null;
      if (open.has(country) || (tool !== null && tool !== "adequacy")) continue;
      if (tool === "adequacy" && partly.has(country)) continue;
      const problem = tool === "adequacy" ? "false-adequacy" : partly.has(country) ? "conditional" : "none";
      yield { subject: path, place, data: { id, name: name ?? id, country, problem } };
    }
  },
});
