import { isDeclared } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { labelOf, personalRows } from "../shared/rows.js";

/** A collected field that neither entry nor annotation declares. Cookies have a rule of their own. */
export default defineCheck({
  id: "mapping/undeclared-field",
  *run(model) {
    for (const row of personalRows(model)) {
      const { field } = row;
      if (isDeclared(row) || field.kind === "cookie") continue;
      const dataType = field.dataType ?? "";
      yield {
        subject: field.id,
        place: field.place,
        data: {
          field: labelOf(field),
          selector: field.id,
          dataType,
          category: model.catalog.dataTypes.get(dataType)?.category ?? "",
        },
      };
    }
  },
});
