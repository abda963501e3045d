import { defineCheck } from "../check.js";

/** No published policy, or none where the map says it is. One at an address is taken on trust. */
export default defineCheck({
  id: "policy/missing",
  *run({ policy, map }) {
    if (policy.read || policy.reason === "elsewhere") return;
    const { place } = map.policy ?? map.controller;
    yield { subject: "policy", place, data: { problem: policy.reason, file: map.policy?.file ?? "" } };
  },
});
