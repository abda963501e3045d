import { defineCheck } from "../check.js";
import { affirmed, atClause, policyText } from "../shared/policy/text.js";

/** What a policy may say of consent that nobody gave. */
const TAKEN_FOR_GRANTED: ReadonlySet<string> = new Set(["implied", "continued-use", "bundled"]);

/** A consent given together with another document, or by none at all: the map says so itself, its text is that of the policy, or the policy does. */
export default defineCheck({
  id: "consent/implied",
  *run(model) {
    const { map } = model;
    for (const [id, { standalone, document, path, place }] of map.consents) {
      const problem = document === map.policy?.file ? "policy" : standalone === false ? "bundled" : null;
      if (problem !== null) yield { subject: path, place, data: { consent: id, document, problem } };
    }
    const text = policyText(model);
    for (const one of text ? affirmed(text, "consent") : []) {
      if (!TAKEN_FOR_GRANTED.has(one.value)) continue;
      const data = { problem: `text-${one.value}`, consent: "", document: "" };
      yield atClause(text!, one, { subject: `${one.value}:${one.clause.number}`, data });
    }
  },
});
