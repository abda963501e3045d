import type { AuditModel, CategoryKind, ReconciledField, Regime, Special } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isExempted } from "../shared/exemptions.js";
import { labelOf, personalRows } from "../shared/rows.js";

interface Parameters {
  readonly specials: readonly Special[];
  /** Kind of category by which the map itself declares such data. */
  readonly kind: CategoryKind;
  /** Kinds of data that only one regime counts among them. */
  readonly onlyUnder?: Readonly<Partial<Record<Special, Regime>>>;
}

/** Data that may not be processed without an exemption, collected with none claimed in the map. Whether a claimed one holds is judged elsewhere. */
export default defineCheck<Parameters>({
  id: "special/exempted",
  parameters: {
    type: "object",
    required: ["specials", "kind"],
    additionalProperties: false,
    properties: {
      specials: { type: "array", items: { type: "string" } },
      kind: { enum: ["special", "biometric", "criminal"] },
      onlyUnder: { type: "object", additionalProperties: { enum: ["152-fz", "gdpr"] } },
    },
  },
  *run(model, parameters) {
    for (const row of personalRows(model)) {
      const special = specialOf(row, model, parameters);
      if (special === null || isExempted(model.map, row.category)) continue;
      const { field } = row;
      yield {
        subject: field.id,
        place: field.place,
        data: { field: labelOf(field), selector: field.id, dataType: field.dataType ?? "", special },
      };
    }
  },
});

/** Why the rule concerns the field: what it was recognised as, or `declared` when the map alone says so; null when it does not. */
function specialOf({ field, category }: ReconciledField, model: AuditModel, parameters: Parameters): string | null {
  const { specials, kind, onlyUnder = {} } = parameters;
  if (field.special !== null) {
    const regime = onlyUnder[field.special];
    if (regime !== undefined && !model.regimes.includes(regime)) return null;
    return specials.includes(field.special) ? field.special : null;
  }
  return category !== null && model.map.categories.get(category)?.kind === kind ? "declared" : null;
}
