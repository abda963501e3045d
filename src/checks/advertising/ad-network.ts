import { defineCheck } from "../check.js";
import { seenAt, usedRecipients } from "../shared/used-recipients.js";

interface Parameters {
  readonly kinds: readonly string[];
}

/** An advertising system that no marketing purpose of the map accounts for. */
export default defineCheck<Parameters>({
  id: "advertising/ad-network",
  parameters: {
    type: "object",
    required: ["kinds"],
    properties: { kinds: { type: "array", items: { type: "string" }, minItems: 1 } },
  },
  *run(model, { kinds }) {
    const { map } = model;
    const accounted = new Set(
      [...map.purposes.values()].filter(({ marketing }) => marketing).flatMap(({ recipients }) => recipients),
    );
    const seen = new Set<string>();
    for (const { recipient, keys } of usedRecipients(model, kinds)) {
      for (const key of keys) seen.add(key);
      if (keys.some((key) => accounted.has(key))) continue;
      yield { subject: recipient.id, ...seenAt(recipient), data: { recipient: recipient.id } };
    }
    for (const [id, { role, path, place }] of map.recipients) {
      if (role !== "ads" || accounted.has(id) || seen.has(id)) continue;
      yield { subject: path, place, data: { recipient: id } };
    }
  },
});
