import { compareText, groupBy, type AuditModel, type FindingFact } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { findPhrase, wordsOf } from "../shared/phrases.js";
import { labelOf, ownerKey, personalRows } from "../shared/rows.js";

interface Parameters {
  /** Words that make a record one about a child wherever they stand in its name. */
  readonly owners: readonly string[];
  /** Words that do so when nothing else stands in the name but words of `around` (`CreateChildDto`). */
  readonly wholeOwners: readonly string[];
  readonly around: readonly string[];
  /** Words that make a field one about a child, personal by itself or not (`parentConsent`). */
  readonly fields: readonly string[];
  /** Words that do so in the name of a personal field. */
  readonly personalFields: readonly string[];
}

const WORDS = { type: "array", items: { type: "string" } };

/** Words of childhood in names of records or fields while only adults are meant. */
export default defineCheck<Parameters>({
  id: "minors/child-data",
  parameters: {
    type: "object",
    required: ["owners", "wholeOwners", "around", "fields", "personalFields"],
    properties: { owners: WORDS, wholeOwners: WORDS, around: WORDS, fields: WORDS, personalFields: WORDS },
  },
  *run(model, parameters) {
    if (model.map.minors?.audience !== "adult_only") return;
    const told = new Set<string>();
    const byOwner = groupBy(
      personalRows(model).map(({ field }) => field),
      ownerKey,
    );
    for (const [owner, own] of byOwner) {
      const first = own[0]!;
      const word = childOwner(first.owner, parameters);
      if (word === null) continue;
      told.add(owner);
      yield { subject: owner, place: first.place, data: { name: first.owner, word } };
    }
    yield* childFields(model, parameters, told);
  },
});

function childOwner(owner: string, { owners, wholeOwners, around }: Parameters): string | null {
  const own = wordsOf(owner).filter((word) => !around.includes(word));
  return findPhrase(owner, owners) ?? wholeOwners.find((phrase) => own.join(" ") === phrase) ?? null;
}

function* childFields(
  model: AuditModel,
  { fields, personalFields }: Parameters,
  told: ReadonlySet<string>,
): Iterable<FindingFact> {
  const denied = new Set(model.reconciliation.fields.filter((row) => row.notPersonal).map(({ field }) => field));
  const all = [...model.inventory.fields, ...model.inventory.dismissed].sort((a, b) => compareText(a.id, b.id));
  for (const field of all) {
    if (denied.has(field) || told.has(ownerKey(field))) continue;
    const word = findPhrase(field.field, field.dataType === null ? fields : [...fields, ...personalFields]);
    if (word !== null) yield { subject: field.id, place: field.place, data: { name: labelOf(field), word } };
  }
}
