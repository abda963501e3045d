export { createPointers } from "./resolve.js";
export { pointedPath } from "./parse.js";
