import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { countriesOf, foreignRecipients, transferFiling } from "../shared/transfers.js";

interface Parameters {
  readonly law: string;
  /** Statements of the law that list the countries with adequate protection. */
  readonly adequate: readonly string[];
}

/** A transfer that must wait for the regulator's decision, or that the regulator has forbidden. Without any notice that alone is told. */
export default defineCheck<Parameters>({
  id: "transfer/not-adequate",
  parameters: {
    type: "object",
    required: ["law", "adequate"],
    properties: { law: { type: "string" }, adequate: { type: "array", items: { type: "string" } } },
  },
  *run(model, { law, adequate }) {
    const duty = lawInForce(model, law);
    if (!duty) return;
    const countries = countriesOf(model, adequate);
    for (const [id, recipient] of foreignRecipients(model, String(duty.value))) {
      const status = transferFiling(model, recipient);
      if (status === "none" || status === "allowed") continue;
      if (status === "filed" && countries.has(recipient.country)) continue;
      const { country, path, place, name } = recipient;
      yield { subject: path, place, data: { id, name: name ?? id, country, problem: status } };
    }
  },
});
