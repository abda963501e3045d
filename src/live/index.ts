export { CodeBase, type LiveOptions, type Seed, type Turnover } from "./code-base.js";
export { declareIn, type Declaration } from "./declare.js";
export type { Desk } from "./desk.js";
export { openDesk } from "./open-desk.js";
export { pictureOf, type Picture } from "./picture.js";
