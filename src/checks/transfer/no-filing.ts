import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { foreignRecipients, transferFiling } from "../shared/transfers.js";

interface Parameters {
  /** Statement of the law that asks for a notice and says which country a transfer leaves. */
  readonly law: string;
}

/** A recipient abroad of whose country the regulator was not told. */
export default defineCheck<Parameters>({
  id: "transfer/no-filing",
  parameters: { type: "object", required: ["law"], properties: { law: { type: "string" } } },
  *run(model, { law }) {
    const duty = lawInForce(model, law);
    if (!duty) return;
    for (const [id, recipient] of foreignRecipients(model, String(duty.value))) {
      if (transferFiling(model, recipient) !== "none") continue;
      const { country, path, place, name } = recipient;
      yield { subject: path, place, data: { id, name: name ?? id, country } };
    }
  },
});
