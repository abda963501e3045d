import { durationInDays } from "../../data-map/index.js";
import type { AuditModel, FindingFact, Incidents } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { processesPersonalData } from "../shared/processing.js";

interface Parameters {
  /** Statements of the law that fix by when a leak is told: first, then what was found, then under the GDPR. */
  readonly initial: string;
  readonly followUp: string;
  readonly gdpr: string;
}

const text = { type: "string" } as const;

/** No plan for a leak, one that is not there, or one that is slower than the law. */
export default defineCheck<Parameters>({
  id: "incident/no-runbook",
  parameters: {
    type: "object",
    required: ["initial", "followUp", "gdpr"],
    additionalProperties: false,
    properties: { initial: text, followUp: text, gdpr: text },
  },
  *run(model, { initial, followUp, gdpr }) {
    const { incidents, controller } = model.map;
    if (!incidents) {
      if (processesPersonalData(model))
        yield { subject: "incidents", place: controller.place, data: { problem: "none", runbook: "" } };
      return;
    }
    const target = model.pointers.resolve(incidents.runbook);
    if (!target.resolved) {
      yield {
        subject: "incidents.runbook",
        place: incidents.place,
        data: { problem: "not-there", runbook: incidents.runbook },
      };
    }
    yield* tooSlow(incidents, "regulatorInitial", initial, model);
    yield* tooSlow(incidents, "regulatorFollowUp", followUp, model);
    yield* tooSlow(incidents, "gdpr", gdpr, model);
  },
});

function* tooSlow(
  incidents: Incidents,
  step: "regulatorInitial" | "regulatorFollowUp" | "gdpr",
  law: string,
  model: AuditModel,
): Iterable<FindingFact> {
  const limit = lawInForce(model, law)?.value;
  const term = incidents[step];
  if (typeof limit !== "string" || term === null) return;
  const [allowed, taken] = [durationInDays(limit), durationInDays(term)];
  if (allowed === null || taken === null || taken <= allowed) return;
  const data = { problem: "slow", runbook: incidents.runbook, step, term, limit, act: law };
  yield { subject: `incidents.${step}`, place: incidents.place, data };
}
