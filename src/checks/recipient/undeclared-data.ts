import { compareText, type AuditModel, type FlowDatum } from "../../model/index.js";
import { OwnSites } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { dataTypesOf, leaking, pathOf, subjectOf } from "../shared/flows.js";
import { declarationsOf } from "../shared/recipients.js";

/** Data of a category that the map does not allow a recipient reaches it all the same. */
export default defineCheck({
  id: "recipient/undeclared-data",
  *run(model) {
    const categoryOf = categories(model);
    const own = new OwnSites(model.map);
    for (const flow of model.inventory.flows) {
      const { recipient } = flow.sink;
      if (recipient !== null && own.holds({ id: recipient, mentions: [] })) continue;
      const declared = recipient === null ? [] : declarationsOf(recipient, model.map, model.catalog);
      // A line that lists no categories says nothing of them.
      const allowed = declared.every(([, line]) => line.categories !== null)
        ? new Set(declared.flatMap(([, { categories: own }]) => own ?? []))
        : null;
      if (declared.length === 0 || !allowed) continue;
      const found = leaking(flow, model).flatMap((datum) => {
        const category = categoryOf(datum);
        return category !== null && !allowed.has(category) ? [{ datum, category }] : [];
      });
      if (found.length === 0) continue;
      const data = found.map(({ datum }) => datum);
      yield {
        subject: subjectOf(flow, data),
        place: flow.sink.place,
        data: {
          recipient: recipient!,
          entry: declared[0]![0],
          items: dataTypesOf(data),
          names: data.map(({ name }) => name),
          categories: [...new Set(found.map(({ category }) => category))].sort(compareText),
        },
        related: pathOf(data, flow.sink.place),
      };
    }
  },
});

/** The category in which the map holds a datum: that of its field, else the only one that lists its data type. */
function categories({ reconciliation, map }: AuditModel): (datum: FlowDatum) => string | null {
  const byField = new Map(reconciliation.fields.map(({ field, category }) => [field.id, category]));
  return ({ field, dataType }) => {
    if (field !== null && byField.has(field)) return byField.get(field) ?? null;
    const listing = [...map.categories].filter(([, { items }]) => items.includes(dataType));
    return listing.length === 1 ? listing[0]![0] : null;
  };
}
