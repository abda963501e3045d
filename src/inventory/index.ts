export { buildInventory } from "./build.js";
