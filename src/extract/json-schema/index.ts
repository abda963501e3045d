export { EstreeTree } from "./estree-tree.js";
export { readJsonSchema, referenceName } from "./read.js";
export { schemaDocument } from "./syntax.js";
export type { Entry, Tree } from "./tree.js";
export { yamlTree } from "./yaml-tree.js";
