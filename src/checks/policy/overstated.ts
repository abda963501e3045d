import { compareText, groupBy, type AuditModel, type FindingFact, type PolicyText } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { declarationsOf } from "../shared/recipients.js";
import { affirmed, atClause, policyText, type Said } from "../shared/policy/text.js";

/** Data and recipients that the policy tells of and neither code nor map knows. Silent where only a part of the code was read. */
export default defineCheck({
  id: "policy/overstated",
  *run(model) {
    const text = policyText(model);
    if (!text || model.partial) return;
    yield* data(text, model);
    yield* recipients(text, model);
  },
});

function* data(text: PolicyText, { inventory, map, catalog }: AuditModel): Iterable<FindingFact> {
  const known = new Set(inventory.fields.map(({ dataType }) => dataType));
  for (const { items } of map.categories.values()) for (const item of items) known.add(item);
  const { impliedBy } = catalog.policy.names;
  for (const [type, by] of Object.entries(impliedBy)) {
    if (known.has(type)) for (const one of by) known.add(one);
    else if (by.some((one) => known.has(one))) known.add(type);
  }
  if (inventory.cookies.length > 0) known.add("cookie_id");
  const only = affirmed(text, "data-type").filter(
    ({ value, clause }) => !known.has(value) && clause.topics.includes("data"),
  );
  for (const [type, [first, ...others]] of byValue(only)) {
    yield atClause(text, first!, { subject: `data:${type}`, others, data: { problem: "data", items: type } });
  }
}

function* recipients(text: PolicyText, { inventory, map, catalog }: AuditModel): Iterable<FindingFact> {
  const seen = new Set(inventory.recipients.map(({ id }) => id));
  const only = affirmed(text, "recipient").filter(
    ({ value }) => !value.startsWith("vendor:") && !seen.has(value) && declarationsOf(value, map, catalog).length === 0,
  );
  for (const [, own] of groupBy(only, ({ clause }) => clause.number)) {
    const ids = [...new Set(own.map(({ value }) => value))].sort(compareText);
    const subject = `recipients:${own[0]!.clause.number}`;
    yield atClause(text, own[0]!, { subject, data: { problem: "recipients", recipient: ids } });
  }
}

function byValue(statements: readonly Said[]): [string, Said[]][] {
  return [...groupBy(statements, ({ value }) => value)].sort(([a], [b]) => compareText(a, b));
}
