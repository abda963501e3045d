import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { loadChecks, runChecks } from "../checks/index.js";
import type {
  AuditModel,
  AuditResult,
  Catalog,
  Coverage,
  DataMap,
  Finding,
  Inventory,
  Reconciliation,
  SuppressedFinding,
} from "../model/index.js";
import { toolVersion } from "../model/index.js";
import { recipientRows, reconcile } from "../reconcile/index.js";
import { collect, type Collected } from "./collect.js";
import { declaredMap } from "./declared-map.js";
import { inventoryRows } from "./inventory-rows.js";
import type { AuditOptions } from "./options.js";
import { resolvePointers, type ReadWhole } from "./pointed-code.js";
import { filedMap, policyIn, publishedPolicy } from "./policy.js";
import { prepare, type Prepared } from "./prepare.js";

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
  const prepared = await prepare(options);
  return auditCollected(prepared, await collect(prepared.collecting), options);
}

/** Judges what was collected. `read` gives files that the map points at, where they need not be read from disk. */
export async function auditCollected(
  { root, given, map, mapFile, catalog }: Prepared,
  collected: Collected,
  options: AuditOptions,
  read?: ReadWhole,
): Promise<AuditRun> {
  options.progress?.({ stage: "check", done: 0, total: 1 });
  const judged = map
    ? await judge(map, collected, catalog, { ...options, root, partial: isPartial(root, given), read })
    : null;
  const policy = judged?.model.policy;
  return {
    result: toResult(collected, catalog, judged, { map, date: dateOf(options) }),
    model: judged?.model ?? null,
    inventory: collected.inventory,
    catalog,
    root,
    mapFile,
    sources: (file) =>
      policy?.read && policy.text.file === file
        ? Promise.resolve(policy.text.lines.join("\n"))
        : readFile(join(root, file), "utf8").catch(() => null),
  };
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
  options: AuditOptions & Pick<AuditModel, "partial"> & { readonly root: string; readonly read: ReadWhole | undefined },
): Promise<Judged> {
  const minConfidence = options.minConfidence ?? "medium";
  const reconciliation = reconcile(inventory, map, { minConfidence, catalog });
  const model: AuditModel = {
    inventory,
    map,
    reconciliation,
    catalog,
    pointers: await resolvePointers(map, { root: options.root, code, catalog, read: options.read }),
    policy: options.policy
      ? await policyIn(resolve(options.cwd ?? process.cwd(), options.policy), { root: options.root, catalog })
      : await publishedPolicy(map, { root: options.root, catalog }),
    filed: await filedMap(map, options),
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
    recipients: recipientRows(inventory, map),
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
