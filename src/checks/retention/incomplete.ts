import { durationInDays } from "../../data-map/index.js";
import type { AuditModel, RetentionRule } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { lawInForce } from "../shared/law.js";

type Start = NonNullable<RetentionRule["start"]>;

interface Parameters {
  /** For each start event, the statement of the law with the term past which keeping data asks for a reason. */
  readonly defaults: Readonly<Partial<Record<Start, string>>>;
}

/** A retention rule without its period, the event it runs from, what is done at its end or, past the legal default, the reason for its length. */
export default defineCheck<Parameters>({
  id: "retention/incomplete",
  parameters: {
    type: "object",
    required: ["defaults"],
    properties: { defaults: { type: "object", additionalProperties: { type: "string" } } },
  },
  *run(model, { defaults }) {
    for (const [id, rule] of model.map.retention) {
      const missing = [...lacking(rule, defaults, model)];
      if (missing.length === 0) continue;
      yield { subject: rule.path, place: rule.place, data: { rule: id, missing } };
    }
  },
});

function* lacking(rule: RetentionRule, defaults: Parameters["defaults"], model: AuditModel): Iterable<string> {
  const { period, start, action, justification } = rule;
  // What lasts for a session begins and ends with it.
  if (period === "session") return;
  if (!isAnswered(period)) yield "period";
  if (start === null) yield "start";
  if (action === null) yield "action";
  if (!isAnswered(justification) && isPastDefault(period, start, defaults, model)) yield "justification";
}

function isPastDefault(
  period: string | null,
  start: Start | null,
  defaults: Parameters["defaults"],
  model: AuditModel,
): boolean {
  const id = start === null ? undefined : defaults[start];
  const fact = id === undefined ? null : lawInForce(model, id);
  const days = period === null ? null : durationInDays(period);
  const allowed = fact === null ? null : durationInDays(String(fact.value));
  return days !== null && allowed !== null && days > allowed;
}
