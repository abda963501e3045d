import { defineCheck } from "../check.js";

/** An operator at home under the law that has not told the regulator of its processing. Processing by hand alone need not be told. */
export default defineCheck<{ readonly country: string }>({
  id: "regulator/no-notification",
  parameters: {
    type: "object",
    required: ["country"],
    additionalProperties: false,
    properties: { country: { type: "string" } },
  },
  *run({ map, inventory }, { country }) {
    const { controller, purposes } = map;
    if (controller.country !== country || controller.art22 !== null) return;
    const byHand = purposes.size > 0 && [...purposes.values()].every(({ mode }) => mode === "manual");
    if (byHand || inventory.fields.length === 0) return;
    yield { subject: "controller.regulator", place: controller.place, data: {} };
  },
});
