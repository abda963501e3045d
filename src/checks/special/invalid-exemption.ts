import {
  groupBy,
  type AuditModel,
  type CategoryKind,
  type FindingFact,
  type ReconciledField,
  type SpecialExemption,
} from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { affirmed, atClause, policyText } from "../shared/policy/text.js";
import { personalRows, relatedFields } from "../shared/rows.js";

interface Parameters {
  /** Kinds of exemption that the law knows for each kind of category. */
  readonly grounds: Readonly<Partial<Record<CategoryKind, readonly SpecialExemption["kind"][]>>>;
}

/** An exemption that does not carry what it claims: no such ground in law, past its review date, without a reference, or for other purposes. */
export default defineCheck<Parameters>({
  id: "special/invalid-exemption",
  parameters: {
    type: "object",
    required: ["grounds"],
    properties: {
      grounds: {
        type: "object",
        additionalProperties: { type: "array", items: { enum: ["law", "written_consent", "contract"] } },
      },
    },
  },
  *run(model, { grounds }) {
    for (const exemption of model.map.specialExemptions) {
      for (const problem of faults(exemption, model, grounds)) yield found(exemption, problem, model);
    }
    yield* outOfScope(model);
    yield* inText(model, grounds);
  },
});

function* faults(exemption: SpecialExemption, model: AuditModel, grounds: Parameters["grounds"]): Iterable<string> {
  const { category, kind, ref, reviewBy } = exemption;
  const allowed = grounds[model.map.categories.get(category)?.kind ?? "special"] ?? grounds.special ?? [];
  if (!allowed.includes(kind)) yield kind === "contract" ? "contract" : "no-ground";
  if (!isAnswered(ref)) yield "unreferenced";
  if (reviewBy !== null && reviewBy < model.today) yield "overdue";
  if (kind === "written_consent" && model.map.consents.get(ref)?.written === false) yield "not-written";
}

/** The published policy excepts itself on a ground that the law does not know. */
function* inText(model: AuditModel, grounds: Parameters["grounds"]): Iterable<FindingFact> {
  const text = policyText(model);
  for (const one of text ? affirmed(text, "special-exemption") : []) {
    if (grounds.special?.some((ground) => ground === one.value)) continue;
    const data = {
      problem: "text",
      category: "",
      kind: one.value,
      ref: "",
      purposes: [],
      date: "",
      today: model.today,
    };
    yield atClause(text!, one, { subject: `text ${one.value}`, data });
  }
}

/** Fields of an exempted category that are used for purposes which none of its exemptions names. */
function* outOfScope(model: AuditModel): Iterable<FindingFact> {
  const byCategory = groupBy(model.map.specialExemptions, ({ category }) => category);
  const rowsByCategory = groupBy(personalRows(model), ({ category }) => category);
  for (const [category, exemptions] of byCategory) {
    const covered = new Set(exemptions.flatMap(({ purposes }) => purposes));
    const beyond = (rowsByCategory.get(category) ?? []).filter(({ purposes }) =>
      purposes.some((purpose) => !covered.has(purpose)),
    );
    if (beyond.length === 0) continue;
    const purposes = new Set(beyond.flatMap((row) => row.purposes.filter((purpose) => !covered.has(purpose))));
    yield found(exemptions[0]!, "out-of-scope", model, [...purposes], beyond);
  }
}

function found(
  { category, kind, ref, reviewBy, place }: SpecialExemption,
  problem: string,
  model: AuditModel,
  purposes: readonly string[] = [],
  rows: readonly ReconciledField[] = [],
): FindingFact {
  const data = { category, kind, ref, problem, purposes, date: reviewBy ?? "", today: model.today };
  return { subject: `specialExemptions ${category} ${problem}`, place, data, related: relatedFields(rows) };
}
