export { BaselineError, type BaselineProblem } from "./error.js";
export { formatBaseline, readBaseline, type Baseline } from "./file.js";
export { matchFindings, remember, type IsMap, type Matched, type SameFile } from "./match.js";
