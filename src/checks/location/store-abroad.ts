import type { AuditModel, FindingFact } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { personalRows, relatedFields } from "../shared/rows.js";
import { UNKNOWN_COUNTRY } from "../shared/transfers.js";
import { rowsByStore, subjectsOf } from "../shared/stores.js";

interface Parameters {
  /** Statement of the law that names the country in which data of its citizens are first recorded. */
  readonly law: string;
}

/**
 * A primary store abroad with data of citizens. Copies abroad (replicas, backups) are transfers, which other rules judge; people of whom the map
 * does not say otherwise may be citizens.
 */
export default defineCheck<Parameters>({
  id: "location/store-abroad",
  parameters: { type: "object", required: ["law"], properties: { law: { type: "string" } } },
  *run(model, { law }) {
    const duty = lawInForce(model, law);
    if (!duty) return;
    const home = String(duty.value);
    const rows = rowsByStore(model);
    for (const [id, { role, country, place, path }] of model.map.stores) {
      const own = rows.get(id) ?? [];
      if (
        role !== "primary" ||
        [home, UNKNOWN_COUNTRY].includes(country) ||
        !holdsCitizens(subjectsOf(model, own), home, model)
      )
        continue;
      yield { subject: path, place, data: { store: id, country }, related: relatedFields(own) };
    }
    yield* seenInCode(model, home);
  },
});

/** Kinds of stores that are databases in the sense of the law: what is kept there can be found by the person. */
const KEEPING: ReadonlySet<string> = new Set(["database", "files", "search", "analytics"]);

/** Stores abroad that the code shows and the map does not: neither as a primary store there, of which it was told above, nor as a copy. */
function* seenInCode(model: AuditModel, home: string): Iterable<FindingFact> {
  const stored = personalRows(model).filter(({ field }) => field.kind === "store");
  if (stored.length === 0 || !holdsCitizens(subjectsOf(model, stored), home, model)) return;
  const declared = [...model.map.stores.values()];
  for (const { id, type, kind, country, copy, evidence } of model.inventory.stores) {
    const [first, ...others] = evidence;
    if (!first || country === null || country === home || copy !== null || !KEEPING.has(kind)) continue;
    if (declared.some((store) => store.country === country && isType(store.type, type))) continue;
    yield {
      subject: `store ${id}`,
      place: first.place,
      data: { store: id, country },
      related: others.map(({ place }) => ({ place, role: "mention" })),
    };
  }
}

/** `PostgreSQL 16`, `postgres` and a managed database of which the engine is not known. */
function isType(declared: string, found: string): boolean {
  const [a, b] = [declared.toLowerCase(), found.toLowerCase()];
  return found === "database" || a.includes(b) || b.includes(a) || a.slice(0, 5) === b.slice(0, 5);
}

function holdsCitizens(subjects: readonly string[], home: string, { map }: AuditModel): boolean {
  const citizenships = subjects.map((id) => map.subjects.get(id)?.citizenship ?? []);
  return (
    citizenships.length === 0 || citizenships.some((countries) => countries.length === 0 || countries.includes(home))
  );
}
