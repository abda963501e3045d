export { loadCatalog } from "./load.js";
export { CatalogError } from "./read-yaml.js";
export { rulesFolder } from "./folder.js";
