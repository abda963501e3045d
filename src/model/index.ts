export { groupBy } from "./group.js";
export type * from "./changes.js";
export type * from "./comparison.js";
export { confidenceOf, confidenceThresholds } from "./confidence.js";
export type * from "./data-map.js";
export type * from "./declared.js";
export type * from "./facts.js";
export type * from "./finding.js";
export type * from "./flows.js";
export type * from "./inventory.js";
export type * from "./linked.js";
export type * from "./links.js";
export type * from "./operations.js";
export type * from "./pointers.js";
export type * from "./policy.js";
export type * from "./policy-report.js";
export type * from "./practices.js";
export { comparePlaces, compareText, formatPlace, type Place } from "./place.js";
export {
  protectedKind,
  protectionLine,
  type ProtectedKind,
  type ProtectedSystem,
  type ProtectionLine,
} from "./protection.js";
export type * from "./catalog.js";
export type * from "./reconciliation.js";
export type * from "./result.js";
export type * from "./retention.js";
export type * from "./stores.js";
export { toolVersion } from "./version.js";
export { withoutPath } from "./subject.js";
