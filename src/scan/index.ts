export { discover, findRoot, type Discovered, type DiscoveredFile, type DiscoverOptions } from "./discover.js";
export { readSource } from "./read-file.js";
export { readAll, type Scanned, type ScanOptions } from "./read-all.js";
