export type * from "./data-map.js";
export type * from "./facts.js";
export type * from "./finding.js";
export type * from "./inventory.js";
export type * from "./linked.js";
export { comparePlaces, compareText, formatPlace, type Place } from "./place.js";
export type * from "./catalog.js";
export type * from "./reconciliation.js";
export type * from "./result.js";
