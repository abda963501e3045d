export { loadCatalog } from "./load.js";
export { CatalogError } from "./error.js";
export { rulesFolder } from "./folder.js";
export { placeholdersOf, ruleText, type RuleText } from "./words.js";
