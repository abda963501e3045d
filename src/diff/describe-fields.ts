import { groupBy, withoutPath, type AuditResult, type InventoryRow } from "../model/index.js";
import { aspectsOf, type Described } from "./described.js";

/** A key that points at a person ties records together; a doubtful field is no change that anyone need read. */
export function personalRows({ inventory }: AuditResult): InventoryRow[] {
  return inventory.filter(({ dataType, confidence }) => dataType !== "person_reference" && confidence !== "low");
}

/** Kinds of data, each with the fields in which it is collected. */
export function describeDataTypes(result: AuditResult): Described[] {
  const rows = personalRows(result).filter(({ notPersonal }) => !notPersonal);
  return [...groupBy(rows, ({ dataType }) => dataType)].map(([id, own]) => ({
    about: "data-type",
    id,
    title: null,
    aspects: aspectsOf({ special: own.flatMap(({ special }) => special ?? []), fields: own.map(labelOf) }),
  }));
}

/** Fields under names that outlive renamed files; what stands twice is told apart by its number. */
export function describeFields(result: AuditResult): Described[] {
  const times = new Map<string, number>();
  return personalRows(result).map((row): Described => {
    const label = labelOf(row);
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    return {
      about: "field",
      id: time === 1 ? label : `${label} (${time})`,
      title: null,
      aspects: aspectsOf({
        "data-types": row.dataType,
        special: row.special,
        "not-personal": row.notPersonal,
        category: row.category,
        purposes: row.purposes,
        subjects: row.subjects,
        retention: row.retention,
        stores: row.stores,
      }),
    };
  });
}

export function labelOf({ id }: Pick<InventoryRow, "id">): string {
  return withoutPath(id);
}
