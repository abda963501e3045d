import { compareText, groupBy, type AuditModel, type FindingFact, type InventoryField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { findPhrase } from "../shared/phrases.js";
import { labelOf, personalRows } from "../shared/rows.js";

interface Parameters {
  /** Words that make a record one about a child. */
  readonly owners: readonly string[];
  /** Words that make a field one about a child, personal by itself or not (`parentConsent`). */
  readonly fields: readonly string[];
}

/** Words of childhood in names of records or fields while only adults are meant. */
export default defineCheck<Parameters>({
  id: "minors/child-data",
  parameters: {
    type: "object",
    required: ["owners", "fields"],
    properties: {
      owners: { type: "array", items: { type: "string" } },
      fields: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, { owners, fields }) {
    if (model.map.minors?.audience !== "adult_only") return;
    const told = new Set<string>();
    const byOwner = groupBy(
      personalRows(model).map(({ field }) => field),
      ownerKey,
    );
    for (const [owner, own] of byOwner) {
      const first = own[0]!;
      const word = findPhrase(first.owner, owners);
      if (word === null) continue;
      told.add(owner);
      yield { subject: owner, place: first.place, data: { name: first.owner, word } };
    }
    yield* childFields(model, fields, told);
  },
});

function* childFields(model: AuditModel, phrases: readonly string[], told: ReadonlySet<string>): Iterable<FindingFact> {
  const denied = new Set(model.reconciliation.fields.filter((row) => row.notPersonal).map(({ field }) => field));
  const all = [...model.inventory.fields, ...model.inventory.dismissed].sort((a, b) => compareText(a.id, b.id));
  for (const field of all) {
    if (denied.has(field) || told.has(ownerKey(field))) continue;
    const word = findPhrase(field.field, phrases);
    if (word !== null) yield { subject: field.id, place: field.place, data: { name: labelOf(field), word } };
  }
}

function ownerKey({ source, owner, place }: InventoryField): string {
  return `${place.file}#${source}:${owner}`;
}
