export { collectDefinitions } from "./collect.js";
export { graphqlDefinitions, parseGraphql, type Definitions } from "./parse.js";
export { scalarOf } from "./scalars.js";
