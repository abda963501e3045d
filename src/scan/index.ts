export { discover, findRoot, type Discovered, type DiscoveredFile, type DiscoverOptions } from "./discover.js";
export { readSource } from "./read-file.js";
export { readAll, type Scanned, type ScanOptions } from "./read-all.js";
export type { CacheOptions } from "./facts-cache.js";
export { sourceEndings } from "./build-record.js";
