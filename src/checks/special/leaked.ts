import type { AuditModel, InventoryFlow, SinkKind } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { dataTypesOf, leaking, pathOf, subjectOf } from "../shared/flows.js";
import { declarationsOf } from "../shared/recipients.js";

interface Parameters {
  readonly sinks: readonly SinkKind[];
  /** Kinds of recipients that such data may never reach, declared or not. */
  readonly recipientKinds: readonly string[];
}

/** Data of a special category that leaves for a log, an address, a tracker, or for a recipient that the map does not name. */
export default defineCheck<Parameters>({
  id: "special/leaked",
  parameters: {
    type: "object",
    required: ["sinks", "recipientKinds"],
    additionalProperties: false,
    properties: {
      sinks: { type: "array", items: { type: "string" } },
      recipientKinds: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, parameters) {
    for (const flow of model.inventory.flows) {
      const data = leaking(flow, model).filter(({ special }) => special !== null);
      if (data.length === 0 || !isLeak(flow, model, parameters)) continue;
      const { sink } = flow;
      yield {
        subject: subjectOf(flow, data),
        place: sink.place,
        data: { items: dataTypesOf(data), names: data.map(({ name }) => name), callee: sink.callee },
        related: pathOf(data, sink.place),
      };
    }
  },
});

function isLeak({ sink }: InventoryFlow, { map, catalog }: AuditModel, { sinks, recipientKinds }: Parameters): boolean {
  if (sinks.includes(sink.kind)) return true;
  if (sink.recipient === null) return false;
  const kind = catalog.recipients.get(sink.recipient)?.kind;
  // Of a host that the catalogue does not know, nobody can say whether it is the operator's own.
  if (kind === undefined) return false;
  return recipientKinds.includes(kind) || declarationsOf(sink.recipient, map, catalog).length === 0;
}
