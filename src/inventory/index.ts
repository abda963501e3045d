export { buildInventory, linkInventory } from "./build.js";
export type { LinkedCode, ReadCode } from "./code.js";
export { pointedPath } from "./pointers/index.js";
