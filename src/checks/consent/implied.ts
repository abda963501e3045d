import { defineCheck } from "../check.js";

/** A consent given together with another document: the map says so itself, or its text is that of the policy. */
export default defineCheck({
  id: "consent/implied",
  *run({ map }) {
    for (const [id, { standalone, document, path, place }] of map.consents) {
      const problem = document === map.policy?.file ? "policy" : standalone === false ? "bundled" : null;
      if (problem !== null) yield { subject: path, place, data: { consent: id, document, problem } };
    }
  },
});
