import envPaths from "env-paths";
import { resolve } from "node:path";
import type { AuditOptions } from "../audit/index.js";
import type { WorkFlags } from "./flags.js";
import type { Io } from "./io.js";

/** Names the folder of the cache, for machines that keep one between runs. */
const FOLDER_VARIABLE = "OPIS_CACHE_DIR";

/** How the work is done, for every command that reads code. What comes of it does not depend on any of this. */
export function workOptions(
  flags: WorkFlags,
  { cwd, env }: Pick<Io, "cwd" | "env">,
): Pick<AuditOptions, "cwd" | "jobs" | "cache"> {
  return {
    cwd,
    ...(flags.jobs && { jobs: flags.jobs }),
    cache: flags.cache ? { folder: cacheFolder(cwd, env) } : null,
  };
}

/** The user's own cache, never one inside the code audited: what strangers wrote must not pass for what was read. */
function cacheFolder(cwd: string, env: Io["env"]): string {
  const named = env[FOLDER_VARIABLE];
  return named ? resolve(cwd, named) : envPaths("opis", { suffix: "" }).cache;
}
