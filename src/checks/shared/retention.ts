import { durationInDays } from "../../data-map/index.js";
import {
  compareText,
  type AuditModel,
  type Effect,
  type OwnerReference,
  type PointerTarget,
  type ReconciledField,
  type RetentionRule,
} from "../../model/index.js";
import { personalRows } from "./rows.js";

export const SECONDS_PER_DAY = 86_400;

/** Stored fields by the retention rule that governs them. */
export function storedByRetention(model: AuditModel): Map<string, ReconciledField[]> {
  const found = new Map<string, ReconciledField[]>([...model.map.retention.keys()].map((id) => [id, []]));
  for (const row of personalRows(model)) {
    if (row.field.kind !== "store") continue;
    for (const id of row.retention) found.get(id)?.push(row);
  }
  return found;
}

/** Whether a record that code names is that of a field. */
export function holds(owners: readonly OwnerReference[], { field }: ReconciledField): boolean {
  return owners.some(({ source, name }) => source === field.source && name === field.owner);
}

/** Names of the records that fields belong to, each once. */
export function recordsOf(rows: readonly ReconciledField[]): string[] {
  return [...new Set(rows.map(({ field }) => field.owner))].sort(compareText);
}

/** What the pointers of a rule lead to. */
export function implementationsOf({ pointers }: AuditModel, rule: RetentionRule): PointerTarget[] {
  return rule.implementedBy.map((pointer) => pointers.resolve(pointer));
}

/** What the functions that a rule names do to stores. */
export function effectsOf(model: AuditModel, rule: RetentionRule): Effect[] {
  return implementationsOf(model, rule).flatMap((target) => (target.resolved ? target.effects : []));
}

/**
 * The longest term that the map allows a field, in seconds; null where a rule has none or it cannot be read. A month may have 31 days and a year
 * 366, so a declared term is taken with a little to spare.
 */
export function allowedSeconds({ map }: AuditModel, retention: readonly string[]): number | null {
  const days = retention.map((id) => {
    const { period = null } = map.retention.get(id) ?? {};
    return period === null ? null : durationInDays(period);
  });
  if (days.length === 0 || days.includes(null)) return null;
  return Math.max(...(days as number[])) * SECONDS_PER_DAY * 1.02;
}

/** Words for a length of time: `P30D`, `PT12H`. */
export function isoPeriod(seconds: number): string {
  const days = seconds / SECONDS_PER_DAY;
  if (days >= 365 && Number.isInteger(Math.round(days * 100) / 100 / 365)) return `P${Math.round(days / 365)}Y`;
  if (days >= 1) return `P${Math.round(days)}D`;
  if (seconds >= 3600) return `PT${Math.round(seconds / 3600)}H`;
  return seconds >= 60 ? `PT${Math.round(seconds / 60)}M` : `PT${Math.round(seconds)}S`;
}

/** An update that only says that the record counts as deleted. */
export function marksDeleted({ kind, writes = [] }: Effect): string | null {
  if (kind !== "update") return null;
  const mark = writes.find(({ field, value }) => DELETED_MARK.test(field) && value !== "blank");
  return mark?.field ?? null;
}

export const DELETED_MARK = /^(?:is|was)?_?(?:soft_?)?(?:deleted|removed|trashed|archived)(?:_?(?:at|on|date|time))?$/i;
