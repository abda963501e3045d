export { classify, type Classified } from "./classify.js";
export { compileLexicon } from "./lexicon.js";
export { singular, splitPath } from "./words.js";
