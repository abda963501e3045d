import type { AuditModel, FindingFact } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { fulfils, type Condition } from "../shared/conditions.js";
import { things, type Kind } from "../shared/things.js";

interface Parameters {
  readonly forbid: Kind;
  readonly where: readonly Condition[];
  readonly unless: readonly Condition[];
}

/** A rule of the user's own: each thing of a kind that fulfils its conditions, save the exceptions. Things in one place are told once. */
export default defineCheck<Parameters>({
  id: "custom/forbidden",
  parameters: {
    type: "object",
    required: ["forbid", "where", "unless"],
    properties: {
      forbid: { enum: ["field", "flow", "recipient", "cookie", "store"] },
      where: { type: "array" },
      unless: { type: "array" },
    },
  },
  *run(model, { forbid, where, unless }) {
    yield* merged(forbiddenIn(model, forbid, where, unless));
  },
});

function* forbiddenIn(
  model: AuditModel,
  kind: Kind,
  where: readonly Condition[],
  unless: readonly Condition[],
): Iterable<FindingFact> {
  for (const { subject, place, properties, related } of things(kind, model)) {
    if (where.length > 0 && !where.some((condition) => fulfils(properties, condition))) continue;
    if (unless.some((condition) => fulfils(properties, condition))) continue;
    const shown = [...properties].map(([name, value]) => [
      name,
      value === null ? "?" : Array.isArray(value) ? value.map(String) : String(value),
    ]);
    yield {
      subject,
      place,
      data: { ...(Object.fromEntries(shown) as FindingFact["data"]), what: subject },
      ...(related && { related }),
    };
  }
}

/** Several data of one flow are one fault. */
function merged(facts: Iterable<FindingFact>): FindingFact[] {
  const bySubject = new Map<string, FindingFact>();
  for (const fact of facts) {
    const before = bySubject.get(fact.subject);
    bySubject.set(fact.subject, before ? { ...before, data: joined(before.data ?? {}, fact.data ?? {}) } : fact);
  }
  return [...bySubject.values()];
}

type Data = NonNullable<FindingFact["data"]>;

function joined(a: Data, b: Data): Data {
  return Object.fromEntries(
    Object.entries(a).map(([name, value]) => {
      const both = [...new Set([value, b[name] ?? []].flat().map(String))];
      return [name, both.length === 1 ? both[0]! : both];
    }),
  );
}
