export { classify, type Classified } from "./classify.js";
export { compileLexicon } from "./lexicon.js";
