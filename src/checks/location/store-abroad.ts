import type { AuditModel } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { relatedFields } from "../shared/rows.js";
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
  },
});

function holdsCitizens(subjects: readonly string[], home: string, { map }: AuditModel): boolean {
  const citizenships = subjects.map((id) => map.subjects.get(id)?.citizenship ?? []);
  return (
    citizenships.length === 0 || citizenships.some((countries) => countries.length === 0 || countries.includes(home))
  );
}
