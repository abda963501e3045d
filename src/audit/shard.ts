import { collectPart } from "./collect.js";
import type { AuditOptions } from "./options.js";
import { prepare } from "./prepare.js";
import type { Shard, ShardFacts } from "../scan/index.js";

/** Reads one part of a code base, for `audit({ shards })` to join with the rest. Throws as `audit` does. */
export async function readShard(shard: Shard, options: AuditOptions = {}): Promise<ShardFacts> {
  const { collecting } = await prepare(options);
  return { ...(await collectPart(collecting, shard)), paths: options.paths ?? [] };
}
