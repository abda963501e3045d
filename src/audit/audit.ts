import { readFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { loadCatalog } from "../catalog/index.js";
import { loadChecks, runChecks } from "../checks/index.js";
import { findDataMap, loadDataMap } from "../data-map/index.js";
import type {
  AuditModel,
  AuditResult,
  AuditSettings,
  Catalog,
  Coverage,
  DataMap,
  Finding,
  Inventory,
  Reconciliation,
  SuppressedFinding,
} from "../model/index.js";
import { reconcile } from "../reconcile/index.js";
import { findRoot } from "../scan/index.js";
import { collect, type Collected } from "./collect.js";
import { declaredMap } from "./declared-map.js";
import { inventoryRows } from "./inventory-rows.js";
import type { AuditOptions } from "./options.js";
import { resolvePointers } from "./pointed-code.js";
import { toolVersion } from "./version.js";

/** An audit with everything a renderer may want to show beside the result. */
export interface AuditRun {
  /** Plain data: what `--format json` prints. */
  readonly result: AuditResult;
  /** What the checks looked at; null without a map. */
  readonly model: AuditModel | null;
  readonly inventory: Inventory;
  readonly catalog: Catalog;
  /** Absolute folder that all places are relative to. */
  readonly root: string;
  /** Absolute path of the map, or null. */
  readonly mapFile: string | null;
  /** Text of a file named by a place, or null when it cannot be read. */
  readonly sources: (file: string) => Promise<string | null>;
}

/**
 * Audits a code base against its data map; without a map, takes the inventory alone.
 * @throws NoFilesError when there is nothing to audit
 * @throws DataMapError when the map is unreadable or invalid, with every complaint
 * @throws CatalogError when a catalogue file of the user's is
 */
export async function auditOnce(options: AuditOptions = {}): Promise<AuditRun> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const given = (options.paths ?? []).map((path) => resolve(cwd, path));
  const mapFile = await chooseMap(options, cwd, given);
  const root = mapFile ? dirname(mapFile) : options.root ? resolve(cwd, options.root) : await findRoot(given[0] ?? cwd);
  const shipped = await loadCatalog();
  // The map's own settings name the files that add to the catalogue, so its references are looked up in what they make of it.
  const extended = (settings: AuditSettings) => withAdditions(shipped, settings, root);
  const map = mapFile
    ? await loadDataMap(mapFile, {
        root,
        dataTypes: async (settings) => (await extended(settings)).dataTypes.keys(),
        rules: async (settings) => (await extended(settings)).rules.keys(),
      })
    : null;
  const catalog = map ? await extended(map.audit) : shipped;
  const collected = await collect({
    root,
    paths: given.length > 0 ? given : [mapFile ? root : cwd],
    include: map?.audit.include ?? [],
    exclude: map?.audit.exclude ?? [],
    catalog,
    jobs: options.jobs,
    progress: options.progress,
    signal: options.signal,
    cache: options.cache ? { project: root, ...options.cache } : undefined,
  });
  options.progress?.({ stage: "check", done: 0, total: 1 });
  const judged = map
    ? await judge(map, collected, catalog, { ...options, root, partial: isPartial(root, given) })
    : null;
  return {
    result: toResult(collected, catalog, judged, { map, date: dateOf(options) }),
    model: judged?.model ?? null,
    inventory: collected.inventory,
    catalog,
    root,
    mapFile,
    sources: (file) => readFile(join(root, file), "utf8").catch(() => null),
  };
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

interface Judged {
  readonly model: AuditModel;
  readonly reconciliation: Reconciliation;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

async function judge(
  map: DataMap,
  { inventory, code, skipped }: Collected,
  catalog: Catalog,
  options: AuditOptions & Pick<AuditModel, "partial"> & { readonly root: string },
): Promise<Judged> {
  const minConfidence = options.minConfidence ?? "medium";
  const reconciliation = reconcile(inventory, map, { minConfidence, catalog });
  const model: AuditModel = {
    inventory,
    map,
    reconciliation,
    catalog,
    pointers: await resolvePointers(map, { root: options.root, code, catalog }),
    skipped,
    partial: options.partial,
    regimes: options.regimes ?? map.regimes,
    today: dateOf(options),
  };
  return { model, reconciliation, ...runChecks(model, await loadChecks()) };
}

function dateOf({ today }: AuditOptions): string {
  return today ?? new Date().toISOString().slice(0, 10);
}

/** Paths were given and none of them holds the whole root. */
function isPartial(root: string, given: readonly string[]): boolean {
  return given.length > 0 && !given.some((path) => path === root || `${root}${sep}`.startsWith(`${path}${sep}`));
}

const NO_COVERAGE: Coverage = { fields: 0, declared: 0, withCategory: 0, withPurpose: 0, withRetention: 0 };

function toResult(
  { inventory, files, analysed, skipped }: Collected,
  catalog: Catalog,
  judged: Judged | null,
  { map, date }: { readonly map: DataMap | null; readonly date: string },
): AuditResult {
  const asking = inventory.fields.filter(
    ({ confidence, dataType }) => confidence !== "low" && dataType !== "person_reference",
  ).length;
  return {
    version: 1,
    tool: { name: "opis", version: toolVersion },
    scope: { files, analysed, skipped },
    map: map?.files[0] ?? null,
    coverage: judged?.reconciliation.coverage ?? { ...NO_COVERAGE, fields: asking },
    inventory: inventoryRows(inventory, catalog, judged?.reconciliation ?? null, map),
    recipients: inventory.recipients,
    cookies: inventory.cookies,
    stores: [...(map?.stores ?? [])].map(([id, { type, country }]) => ({ id, type, country })),
    storesInCode: inventory.stores,
    flows: inventory.flows,
    declared: map && declaredMap(map),
    date,
    findings: judged?.findings ?? [],
    suppressed: judged?.suppressed ?? [],
    comparison: null,
  };
}
