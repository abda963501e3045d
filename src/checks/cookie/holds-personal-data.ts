import { CookieMatcher } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { dataTypesOf, leaking, pathOf, subjectOf } from "../shared/flows.js";

interface Parameters {
  /** Data types that cookies are made to carry. */
  readonly except: readonly string[];
}

/** A cookie whose value carries personal data, where the map does not say that it does. */
export default defineCheck<Parameters>({
  id: "cookie/holds-personal-data",
  parameters: {
    type: "object",
    required: ["except"],
    additionalProperties: false,
    properties: { except: { type: "array", items: { type: "string" } } },
  },
  *run(model, { except }) {
    const declared = new CookieMatcher(model.map.cookies);
    for (const flow of model.inventory.flows) {
      const { kind, key, place } = flow.sink;
      if (kind !== "cookie" || (key !== null && declared.find(key)?.holdsPersonalData)) continue;
      const data = leaking(flow, model).filter(({ dataType }) => !except.includes(dataType));
      if (data.length === 0) continue;
      yield {
        subject: subjectOf(flow, data),
        place,
        data: { cookie: key ?? "?", items: dataTypesOf(data), names: data.map(({ name }) => name) },
        related: pathOf(data, place),
      };
    }
  },
});
