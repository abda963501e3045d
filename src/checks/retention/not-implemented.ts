import type {
  AuditModel,
  Effect,
  FindingFact,
  PointerTarget,
  ReconciledField,
  RetentionRule,
} from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";
import { relatedFields } from "../shared/rows.js";
import { holds, implementationsOf, recordsOf, storedByRetention } from "../shared/retention.js";

/**
 * A term that nothing carries out: no pointer, one that leads nowhere, or code that destroys none of the records governed. Addresses and documents are
 * taken on trust, and so is a call into what the code base does not hold. Silent for terms that a store keeps by itself (an index with a TTL).
 */
export default defineCheck({
  id: "retention/not-implemented",
  *run(model) {
    const governed = storedByRetention(model);
    for (const [id, rule] of model.map.retention) {
      if (rule.period === "session" || !isAnswered(rule.period)) continue;
      const rows = (governed.get(id) ?? []).filter((row) => !endsByItself(row, model));
      for (const fault of faults(rule, rows, model)) {
        yield {
          subject: `${rule.path} ${fault.pointer ?? ""}`.trim(),
          place: rule.place,
          data: {
            rule: id,
            reason: fault.reason,
            pointer: fault.pointer ?? "",
            nearest: fault.nearest ?? [],
            records: recordsOf(fault.rows ?? rows),
          },
          related: fault.related ?? relatedFields(fault.rows ?? rows),
        };
      }
    }
  },
});

interface Fault {
  readonly reason: "missing" | "lost" | "lost-near" | "idle" | "elsewhere" | "unreached";
  readonly pointer?: string;
  readonly nearest?: readonly string[];
  readonly rows?: readonly ReconciledField[];
  readonly related?: FindingFact["related"];
}

function* faults(rule: RetentionRule, rows: readonly ReconciledField[], model: AuditModel): Iterable<Fault> {
  const targets = implementationsOf(model, rule);
  if (targets.length === 0) {
    if (rows.length > 0) yield { reason: "missing" };
    return;
  }
  let sound = true;
  for (const target of targets) {
    const fault = faultOf(target, rows);
    if (!fault) continue;
    sound = false;
    yield { ...fault, pointer: target.pointer };
  }
  const unreached = sound && targets.every(isKnownWhole) ? rows.filter((row) => !reaches(targets, row)) : [];
  if (unreached.length > 0) yield { reason: "unreached", rows: unreached };
}

function faultOf(target: PointerTarget, rows: readonly ReconciledField[]): Fault | null {
  if (!target.resolved) {
    const { nearest } = target;
    return nearest.length > 0 ? { reason: "lost-near", nearest } : { reason: "lost" };
  }
  if (!isCode(target)) return null;
  const disposals = disposalsOf(target);
  const related = target.place ? [{ place: target.place, role: "mention" }] : [];
  if (disposals.length === 0) return target.beyond.some(mayDispose) ? null : { reason: "idle", related };
  const known = disposals.filter(({ owners }) => owners.length > 0);
  // What the inventory does not know may well be the store meant.
  if (known.length < disposals.length || rows.length === 0) return null;
  const touched = rows.some((row) => known.some(({ owners }) => holds(owners, row)));
  return touched ? null : { reason: "elsewhere", related };
}

/** Names of calls that lead out of the code base and may destroy. */
function mayDispose(callee: string): boolean {
  return /delete|remove|destroy|purge|clear|drop|expire|truncate|erase|wipe|clean|prune|anonymi[sz]e|execute|query|exec|run|raw/i.test(
    callee.split(".").at(-1) ?? callee,
  );
}

function isCode(target: PointerTarget): boolean {
  return target.resolved && (target.kind === "function" || target.kind === "class" || target.kind === "module");
}

/** Nothing of what it does to stores lies outside the code base. */
function isKnownWhole(target: PointerTarget): boolean {
  return isCode(target) && target.resolved && !target.beyond.some(mayDispose);
}

function disposalsOf(target: PointerTarget): Effect[] {
  if (!target.resolved) return [];
  // Marking a record as deleted is a disposal, if a poor one: another rule speaks of it.
  const updates = target.writes.filter(({ kind, writes = [] }) => kind === "update" && writes.length > 0);
  return [...target.deletes, ...updates];
}

function reaches(targets: readonly PointerTarget[], row: ReconciledField): boolean {
  const all = targets.flatMap(disposalsOf);
  return all.some(({ owners }) => owners.length === 0 || holds(owners, row));
}

function endsByItself(row: ReconciledField, { inventory }: AuditModel): boolean {
  return inventory.retention.some(({ kind, owners }) => kind !== "job" && holds(owners, row));
}
