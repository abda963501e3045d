import { groupBy, type AuditModel, type Effect, type ReconciledField } from "../../model/index.js";
import { holds } from "./retention.js";
import { personalRows } from "./rows.js";

/** One record that keeps personal data. */
export interface KeptRecord {
  readonly name: string;
  readonly rows: readonly ReconciledField[];
}

/** Records of people, and tied to them, that are stored. */
export function keptRecords(model: AuditModel): KeptRecord[] {
  const stored = personalRows(model).filter(
    ({ field }) => field.kind === "store" && (field.ownerRole === "person" || field.ownerRole === "tied"),
  );
  return [...groupBy(stored, ({ field }) => `${field.place.file}\0${field.source}\0${field.owner}`).values()].map(
    (rows) => ({
      name: rows[0]!.field.owner,
      rows,
    }),
  );
}

/** Whether an operation is on the record. */
export function isOn(effect: Effect, { rows }: KeptRecord): boolean {
  return holds(effect.owners, rows[0]!);
}

/** A name without case, signs and the plural: `OrderItems`, `order_item`. */
export function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, "")
    .replace(/ies$/, "y")
    .replace(/s$/, "");
}

/** Whether an operation takes the record along as a relation: `include: { sessions: true }` for `Session`. */
export function takesAlong(effect: Effect, { name }: KeptRecord): boolean {
  const wanted = bareName(name);
  return relationsOf(effect).some(
    (relation) => bareName(relation).endsWith(wanted) || wanted.endsWith(bareName(relation)),
  );
}

export function relationsOf({ include = [], select = [] }: Effect): string[] {
  const dotted = select.filter((path) => path.includes(".")).flatMap((path) => path.split(".").slice(0, -1));
  return [...new Set([...include.flatMap((path) => path.split(".")), ...dotted])];
}
