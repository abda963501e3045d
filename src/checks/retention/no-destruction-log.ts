import type { AuditModel, Effect, RetentionRule } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { lawInForce } from "../shared/law.js";
import { holds, implementationsOf, storedByRetention } from "../shared/retention.js";

interface Parameters {
  /** Statement of the law that asks for the log. */
  readonly law: string;
}

/** Code that destroys personal data and writes nothing of it: no log is declared, or the function never writes to the one declared. */
export default defineCheck<Parameters>({
  id: "retention/no-destruction-log",
  parameters: { type: "object", required: ["law"], properties: { law: { type: "string" } } },
  *run(model, { law }) {
    if (!lawInForce(model, law)) return;
    const governed = storedByRetention(model);
    const told = new Set<string>();
    for (const [id, rule] of model.map.retention) {
      const rows = governed.get(id) ?? [];
      for (const target of implementationsOf(model, rule)) {
        if (!target.resolved || told.has(target.pointer)) continue;
        const [destroyed] = target.deletes.filter(
          ({ owners, cascade }) => !cascade && rows.some((row) => holds(owners, row)),
        );
        if (!destroyed || leavesTrace(rule, target.writes, model)) continue;
        told.add(target.pointer);
        yield {
          subject: target.pointer,
          place: destroyed.place,
          data: {
            rule: id,
            pointer: target.pointer,
            log: rule.log ?? "",
            case: isAnswered(rule.log) ? "declared" : "none",
          },
          related: [{ place: rule.place, role: "entry" }],
        };
      }
    }
  },
});

/** A log in a document or at an address is kept by people; one that is a record must be written to. */
function leavesTrace({ log }: RetentionRule, writes: readonly Effect[], { pointers }: AuditModel): boolean {
  const created = writes.filter(
    ({ kind, writes: fields = [] }) => kind === "create" || fields.some(({ field }) => field === "*"),
  );
  if (log === null || !isAnswered(log))
    return created.some(({ record }) => /log|audit|act|destr|event|histor|journal|record/i.test(record));
  const target = pointers.resolve(log);
  if (!target.resolved || target.kind === "document" || target.kind === "url") return target.resolved;
  if (target.kind === "field" || target.kind === "record") {
    const name = /:(?:(.+)\.)?[^.]+$/.exec(log)?.[1] ?? log.replace(/^.*:/, "");
    return created.some(
      ({ owners, record }) => owners.some((owner) => owner.name === name) || record === name || owners.length === 0,
    );
  }
  const functions = new Set(target.effects.map((effect) => effect.function));
  return functions.size === 0 || writes.some((effect) => functions.has(effect.function));
}
