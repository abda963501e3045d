import { groupBy, type FieldKind, type ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { labelOf, ownerKey, personalRows, relatedFields } from "../shared/rows.js";

interface Parameters {
  /** Data types from which the age is known. */
  readonly dataTypes: readonly string[];
}

/** The age is collected, only adults are meant, and the map names no code that checks it. Told where the age comes in. */
export default defineCheck<Parameters>({
  id: "minors/unchecked-age",
  parameters: {
    type: "object",
    required: ["dataTypes"],
    properties: { dataTypes: { type: "array", items: { type: "string" }, minItems: 1 } },
  },
  *run(model, { dataTypes }) {
    const { minors } = model.map;
    if (minors?.audience !== "adult_only" || isAnswered(minors.gate)) return;
    const known = personalRows(model).filter(({ field }) => dataTypes.includes(field.dataType ?? ""));
    // Day, month and year of one form are one datum.
    for (const [first, ...others] of groupBy(whereItComesIn(known), ({ field }) => ownerKey(field)).values()) {
      const { field } = first!;
      yield {
        subject: field.id,
        place: field.place,
        data: { field: labelOf(field), dataType: field.dataType ?? "" },
        related: [...relatedFields(others), { place: minors.place, role: "minors" }],
      };
    }
  },
});

/** The check belongs where people enter the datum; what is stored or typed afterwards is the same datum again. */
const ENTRANCES: readonly FieldKind[] = ["input", "store", "type"];

function whereItComesIn(rows: readonly ReconciledField[]): readonly ReconciledField[] {
  for (const kind of ENTRANCES) {
    const own = rows.filter(({ field }) => field.kind === kind);
    if (own.length > 0) return own;
  }
  return rows;
}
