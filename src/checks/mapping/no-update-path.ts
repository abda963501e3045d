import { defineCheck } from "../check.js";
import { textLists } from "../shared/practices.js";
import { isOn, keptRecords } from "../shared/records.js";
import { fewLabels, relatedFields } from "../shared/rows.js";

interface Parameters {
  /** Data types that change in the course of a life. */
  readonly changing: readonly string[];
}

/** Data that change are written once and never brought up to date, neither by the code nor by a way to rectify them. */
export default defineCheck<Parameters>({
  id: "mapping/no-update-path",
  parameters: textLists("changing"),
  *run(model, { changing }) {
    const { inventory, map, pointers } = model;
    const rectify = map.rights.get("rectify");
    const target = rectify && pointers.resolve(rectify.entry);
    // A form on paper, a page elsewhere, or code that is not here may do it.
    if (target?.resolved && (target.kind === "document" || target.kind === "url" || target.beyond.length > 0)) return;
    for (const record of keptRecords(model)) {
      const own = inventory.operations.filter((effect) => isOn(effect, record));
      const rows = record.rows.filter(({ field }) => changing.includes(field.dataType!));
      const writes = own.find(({ kind }) => kind === "create");
      const updates =
        own.some(({ kind }) => kind === "update") ||
        (target?.resolved && target.writes.some((effect) => isOn(effect, record)));
      if (!writes || updates || rows.length === 0 || record.rows[0]!.field.ownerRole !== "person") continue;
      yield {
        subject: record.name,
        place: rows[0]!.field.place,
        data: { record: record.name, fields: fewLabels(rows) },
        related: [{ place: writes.place, role: "mention" }, ...relatedFields(rows.slice(1))],
      };
    }
  },
});
