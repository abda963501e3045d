export { findTrackers } from "./find.js";
