export { draftPolicy, type PolicyDraftOptions } from "./draft/draft.js";
export { sharedWords } from "./similar.js";
export { purposeOf, type PurposeTitle } from "./purposes.js";
export { PolicyError, readPolicy } from "./read.js";
export { isInn, isOgrn } from "./requisites.js";
