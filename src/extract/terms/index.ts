export { durationText, intervalText, unitSeconds } from "./durations.js";
export { ageOf } from "./moments.js";
export { durationOf, numberOf } from "./numbers.js";
