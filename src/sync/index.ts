export { planSync, type SyncOptions, type SyncPlan } from "./plan.js";
export type { EarlierFields, FoundRename } from "./renames.js";
