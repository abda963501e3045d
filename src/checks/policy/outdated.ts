import type { FindingFact } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { affirmed, atClause, policyText, startOf } from "../shared/policy/text.js";

interface Parameters {
  /** Statements of the law since which a policy has to say other things. */
  readonly laws: readonly string[];
}

/** A policy without a date, older than the law it has to follow, or of another date or version than the map's. */
export default defineCheck<Parameters>({
  id: "policy/outdated",
  parameters: {
    type: "object",
    required: ["laws"],
    additionalProperties: false,
    properties: { laws: { type: "array", items: { type: "string" } } },
  },
  *run(model, { laws }) {
    const text = policyText(model);
    if (!text) return;
    const dates = affirmed(text, "effective");
    const versions = affirmed(text, "version");
    // The latest day is that of the text; earlier ones are of versions before it.
    const latest = dates.toSorted((a, b) => (a.value < b.value ? 1 : -1))[0];
    const declared = model.map.policy;
    if (!latest && versions.length === 0) {
      yield { subject: "undated", place: startOf(text), clauses: [], data: { problem: "undated" } };
    }
    if (latest && declared?.effective && declared.effective !== latest.value) {
      const data = { problem: "other-date", date: latest.value, own: declared.effective };
      yield atClause(text, latest, { subject: "date", data, related: [{ place: declared.place, role: "entry" }] });
    }
    const version = versions[0];
    if (version && declared?.version && !versions.some(({ value }) => value === declared.version)) {
      const data = { problem: "other-version", version: version.value, own: declared.version };
      yield atClause(text, version, { subject: "version", data, related: [{ place: declared.place, role: "entry" }] });
    }
    const date = latest?.value ?? declared?.effective ?? null;
    for (const id of laws) {
      const law = lawInForce(model, id);
      if (!law || date === null || law.validFrom <= date) continue;
      const data = { problem: "older", date, act: id, since: law.validFrom };
      const older: Omit<FindingFact, "place"> = { subject: `law:${id}`, data };
      yield latest ? atClause(text, latest, older) : { ...older, clauses: [], place: startOf(text) };
    }
  },
});
