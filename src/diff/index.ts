export { compareProcessing, type NamedResult } from "./compare.js";
