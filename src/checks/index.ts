export { CheckDefect, defineCheck, RuleError, type Check, type LateCheck, type Outcome } from "./check.js";
export { loadChecks } from "./registry.js";
export { runChecks, type Judgement } from "./run.js";
export { rulesByTheme, type Theme } from "./themes.js";
