export { discover, findRoot, type Discovered, type DiscoveredFile, type DiscoverOptions } from "./discover.js";
export { readSource } from "./read-file.js";
export { gather, readAll, readEach, readGiven, readPart, type Scanned, type ScanOptions } from "./read-all.js";
export type { ScannedFile } from "./read-one.js";
export type { CacheOptions, KnownFacts } from "./facts-cache.js";
export { joinShards, ShardError, type Shard, type ShardFacts } from "./shards.js";
export { factsStamp } from "./stamp.js";
export { sourceEndings } from "./build-record.js";
