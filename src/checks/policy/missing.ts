import { defineCheck } from "../check.js";
import { processesPersonalData } from "../shared/processing.js";

/** No published policy, or none where the map says it is. One at an address is taken on trust. */
export default defineCheck({
  id: "policy/missing",
  *run(model) {
    const { policy, map } = model;
    if (policy.read || policy.reason === "elsewhere" || !processesPersonalData(model)) return;
    const { place } = map.policy ?? map.controller;
    yield { subject: "policy", place, data: { problem: policy.reason, file: map.policy?.file ?? "" } };
  },
});
