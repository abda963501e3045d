export { findLinks, mayHoldLinks } from "./find.js";
