import { groupBy } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { fewLabels, personalRows, relatedFields } from "../shared/rows.js";

interface Parameters {
  /** Data types in which people write what they like. */
  readonly dataTypes: readonly string[];
}

/** A category into which free text goes, not marked so or without the code that masks what should not be kept. Told once for the category. */
export default defineCheck<Parameters>({
  id: "special/free-text",
  parameters: {
    type: "object",
    required: ["dataTypes"],
    properties: { dataTypes: { type: "array", items: { type: "string" }, minItems: 1 } },
  },
  *run(model, { dataTypes }) {
    const free = personalRows(model).filter(({ field }) => dataTypes.includes(field.dataType ?? ""));
    for (const [id, rows] of groupBy(free, ({ category }) => category)) {
      const category = id === null ? undefined : model.map.categories.get(id);
      if (id === null || !category || (category.freeText && isAnswered(category.masking))) continue;
      yield {
        subject: category.path,
        place: category.place,
        data: {
          category: id,
          fields: fewLabels(rows),
          problem: category.freeText ? "unmasked" : "unmarked",
        },
        related: relatedFields(rows),
      };
    }
  },
});
