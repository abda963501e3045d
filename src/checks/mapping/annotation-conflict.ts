import type { Disagreement } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { annotationPlace, labelOf } from "../shared/rows.js";

/** An annotation beside the field and an entry in the map that say different things. */
export default defineCheck({
  id: "mapping/annotation-conflict",
  *run({ reconciliation }) {
    for (const disagreement of reconciliation.disagreements) {
      const { field, entry, about } = disagreement;
      yield {
        subject: `${field.id} ${about}`,
        place: annotationPlace(field),
        data: { field: labelOf(field), about, ...sides(disagreement) },
        related: [{ place: entry.place, role: "entry" }],
      };
    }
  },
});

function sides({ field, entry, about }: Disagreement): {
  code: string | readonly string[];
  map: string | readonly string[];
} {
  const { category = "", purposes = [], item = "" } = field.annotation ?? {};
  switch (about) {
    case "category":
      return { code: category, map: entry.category ?? "" };
    case "purposes":
      return { code: purposes, map: entry.purposes };
    case "item":
      return { code: item, map: entry.item ?? "" };
  }
}
