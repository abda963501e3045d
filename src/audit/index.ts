/**
 * The public API: `import { audit } from "opis"`.
 */
export { audit, type AuditRun } from "./audit.js";
export { listCollectors } from "./collectors.js";
export { NoFilesError } from "./collect.js";
export type { AuditOptions, ProgressEvent } from "./options.js";
export { toolVersion } from "./version.js";
export { DataMapError } from "../data-map/index.js";
export { CatalogError } from "../catalog/index.js";
export type * from "../model/index.js";
