import { durationInDays } from "../../data-map/index.js";
import type { AuditModel, LawFact, RightKind } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";

interface Parameters {
  /** For each right, the statements of the law with the longest term. */
  readonly terms: Readonly<Partial<Record<RightKind, readonly string[]>>>;
}

/** A right whose requests have no deadline in the map, or a longer one than the law allows. */
export default defineCheck<Parameters>({
  id: "rights/no-deadline",
  parameters: {
    type: "object",
    required: ["terms"],
    properties: { terms: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } } },
  },
  *run(model, { terms }) {
    for (const [kind, { deadline, path, place }] of model.map.rights) {
      const shortest = strictest(terms[kind] ?? [], model);
      if (!shortest) continue;
      const days = deadline === null ? null : durationInDays(deadline);
      const problem = days === null ? "none" : days > daysOf(shortest) ? "late" : null;
      if (problem === null) continue;
      yield {
        subject: path,
        place,
        data: { right: kind, problem, deadline: deadline ?? "", term: String(shortest.value), act: shortest.id },
      };
    }
  },
});

function strictest(laws: readonly string[], model: AuditModel): LawFact | null {
  const inForce = laws.flatMap((id) => lawInForce(model, id) ?? []);
  return inForce.sort((a, b) => daysOf(a) - daysOf(b))[0] ?? null;
}

function daysOf({ value }: LawFact): number {
  return durationInDays(String(value)) ?? Number.POSITIVE_INFINITY;
}
