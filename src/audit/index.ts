/**
 * The public API: `import { audit } from "opis"`.
 */
export { audit } from "./against.js";
export { auditCollected, type AuditRun } from "./audit.js";
export { acceptFindings, pruneBaseline } from "./baseline.js";
export { codeWhenMapChanged, type EarlierCode } from "./earlier.js";
export { listCollectors } from "./collectors.js";
export { filesOf, NoFilesError, scanOptions } from "./collect.js";
export { placeOf, prepare, type Prepared } from "./prepare.js";
export { readWhole, type ReadWhole } from "./pointed-code.js";
export type { AuditOptions, FactsCacheOptions, ProgressEvent } from "./options.js";
export { auditAt } from "./commit.js";
export { readShard } from "./shard.js";
export { toolVersion } from "../model/index.js";
export { policyReport } from "./policy-report.js";
export { PolicyError } from "../policy/index.js";
export { BaselineError } from "../baseline/index.js";
export { DataMapError } from "../data-map/index.js";
export { GitError } from "../git/index.js";
export { ShardError, type Shard, type ShardFacts } from "../scan/index.js";
export { CatalogError } from "../catalog/index.js";
export type * from "../model/index.js";
