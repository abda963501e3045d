export { loadCatalog } from "./load.js";
export { CatalogError } from "./read-yaml.js";
export { rulesFolder } from "./folder.js";
export { placeholdersOf, ruleText, type RuleText } from "./words.js";
