import { dirname, resolve } from "node:path";
import { loadCatalog } from "../catalog/index.js";
import { findDataMap, loadDataMap } from "../data-map/index.js";
import type { AuditSettings, Catalog, DataMap } from "../model/index.js";
import { factsStamp, findRoot, joinShards } from "../scan/index.js";
import type { CollectOptions } from "./collect.js";
import type { AuditOptions } from "./options.js";

/** What is read, by which map and catalogue. */
export interface Prepared {
  /** Absolute folder that all places are relative to. */
  readonly root: string;
  /** Absolute paths asked for; none for all that the map speaks of. */
  readonly given: readonly string[];
  readonly map: DataMap | null;
  readonly mapFile: string | null;
  readonly catalog: Catalog;
  readonly collecting: CollectOptions;
}

/**
 * Finds the map and loads what it asks for. `texts` stand in for those of the map's files, by absolute path.
 * @throws DataMapError when the map is unreadable or invalid, with every complaint
 * @throws CatalogError when a catalogue file of the user's is
 * @throws ShardError when the facts given are not all the parts of one whole
 */
export async function prepare(options: AuditOptions, texts?: ReadonlyMap<string, string>): Promise<Prepared> {
  const { cwd, given, mapFile, root } = await placeOf(options);
  const shipped = await loadCatalog();
  // The map's own settings name the files that add to the catalogue, so its references are looked up in what they make of it.
  const extended = (settings: AuditSettings) => withAdditions(shipped, settings, root);
  const map = mapFile
    ? await loadDataMap(mapFile, {
        root,
        ...(texts && { texts }),
        dataTypes: async (settings) => (await extended(settings)).dataTypes.keys(),
        rules: async (settings) => (await extended(settings)).rules.keys(),
      })
    : null;
  const catalog = map ? await extended(map.audit) : shipped;
  const collecting: CollectOptions = {
    root,
    paths: given.length > 0 ? given : [mapFile ? root : cwd],
    include: map?.audit.include ?? [],
    exclude: map?.audit.exclude ?? [],
    catalog,
    jobs: options.jobs,
    progress: options.progress,
    signal: options.signal,
    cache: options.cache ? { project: root, ...options.cache } : undefined,
    known: options.shards ? joinShards(options.shards, await factsStamp(catalog)) : undefined,
  };
  return { root, given, map, mapFile, catalog, collecting };
}

/** Where an audit looks, in absolute paths. */
export async function placeOf(
  options: AuditOptions,
): Promise<Pick<Prepared, "root" | "given" | "mapFile"> & { readonly cwd: string }> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const given = (options.paths ?? []).map((path) => resolve(cwd, path));
  const mapFile = await chooseMap(options, cwd, given);
  const root = mapFile ? dirname(mapFile) : options.root ? resolve(cwd, options.root) : await findRoot(given[0] ?? cwd);
  return { cwd, given, mapFile, root };
}

async function chooseMap(options: AuditOptions, cwd: string, given: readonly string[]): Promise<string | null> {
  if (options.map === null) return null;
  return options.map === undefined ? findDataMap(given[0] ?? cwd) : resolve(cwd, options.map);
}

async function withAdditions(shipped: Catalog, settings: AuditSettings, root: string): Promise<Catalog> {
  const { dataTypes, recipients, rulesFrom } = settings;
  if (dataTypes.length + recipients.length + rulesFrom.length === 0) return shipped;
  const absolute = (files: readonly string[]) => files.map((file) => resolve(root, file));
  return loadCatalog({ dataTypes: absolute(dataTypes), recipients: absolute(recipients), rules: absolute(rulesFrom) });
}
