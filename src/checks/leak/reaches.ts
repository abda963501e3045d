import type { SinkKind } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { dataTypesOf, leaking, pathOf, subjectOf } from "../shared/flows.js";

interface Parameters {
  readonly sinks: readonly SinkKind[];
  /** Data types that the rule does not speak of. */
  readonly except?: readonly string[];
}

/** Personal data that reaches a place of some kind. Told once for each place. */
export default defineCheck<Parameters>({
  id: "leak/reaches",
  parameters: {
    type: "object",
    required: ["sinks"],
    additionalProperties: false,
    properties: {
      sinks: {
        type: "array",
        items: {
          enum: [
            "log",
            "error-tracker",
            "language-model",
            "recipient",
            "url",
            "web-storage",
            "cookie",
            "file",
            "queue",
          ],
        },
      },
      except: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, { sinks, except = [] }) {
    for (const flow of model.inventory.flows) {
      const { sink } = flow;
      if (!sinks.includes(sink.kind)) continue;
      const data = leaking(flow, model).filter(({ dataType }) => !except.includes(dataType));
      if (data.length === 0) continue;
      yield {
        subject: subjectOf(flow, data),
        place: sink.place,
        data: {
          items: dataTypesOf(data),
          names: data.map(({ name }) => name),
          callee: sink.callee,
          ...(sink.recipient !== null && { recipient: sink.recipient }),
        },
        related: pathOf(data, sink.place),
      };
    }
  },
});
