export { linkFlows } from "./link-flows.js";
