import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { UNKNOWN_COUNTRY } from "../shared/transfers.js";
import { seenAt, usedRecipients } from "../shared/used-recipients.js";

interface Parameters {
  /** Kinds of system concerned. */
  readonly kinds: readonly string[];
  /** Statement of the law with the country whose systems may be used. */
  readonly law: string;
  /** Only operators of whom the map says that the law bars them. */
  readonly restrictedOperators?: boolean;
}

/** A system abroad of a kind that the law wants to be a domestic one. Systems whose country nobody knows are let pass. */
export default defineCheck<Parameters>({
  id: "recipient/foreign",
  parameters: {
    type: "object",
    required: ["kinds", "law"],
    properties: {
      kinds: { type: "array", items: { type: "string" }, minItems: 1 },
      law: { type: "string" },
      restrictedOperators: { type: "boolean" },
    },
  },
  *run(model, { kinds, law, restrictedOperators = false }) {
    const duty = lawInForce(model, law);
    if (!duty || (restrictedOperators && !model.map.controller.restrictedMessengerOperator)) return;
    for (const { recipient, country } of usedRecipients(model, kinds)) {
      if (country === null || country === UNKNOWN_COUNTRY || country === duty.value) continue;
      yield { subject: recipient.id, ...seenAt(recipient), data: { recipient: recipient.id, country } };
    }
  },
});
