export { reconcile, type ReconcileOptions } from "./reconcile.js";
export { isDeclared } from "./coverage.js";
export { CookieMatcher } from "./match-cookie.js";
export { OwnSites, recipientRows } from "./parties.js";
export { retentionOfPurposes } from "./retention.js";
export {
  compareSpecificity,
  matchSelector,
  matches,
  parseSelector,
  type Selectable,
  type Selector,
  type Specificity,
} from "./selector.js";
export { SelectorIndex, type Claim } from "./selector-index.js";
