export { findFlows, mayHoldFlows } from "./find.js";
