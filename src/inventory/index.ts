export { buildInventory, linkInventory } from "./build.js";
export type { LinkedCode, ReadCode } from "./code.js";
export { createModuleResolver, type ModuleResolver } from "./modules.js";
export { pointedPath } from "./pointers/index.js";
