import type { AuditModel, FieldEntry, FindingFact, InventoryField, Place, ReconciledField } from "../../model/index.js";

/** Fields that the map does not deny to be personal data. */
export function personalRows({ reconciliation }: AuditModel): ReconciledField[] {
  return reconciliation.fields.filter((row) => row.notPersonal === null);
}

/** A field's id without the path that may stand before it: what people call it. */
export function labelOf({ id }: Pick<InventoryField, "id">): string {
  const hash = id.indexOf("#");
  // A hash may belong to the name of a cookie; a path before an id never holds a colon before it.
  return hash > 0 && !id.slice(0, hash).includes(":") ? id.slice(hash + 1) : id;
}

/** What an entry is called wherever the order of the list may change: the selectors it holds. */
export function entryLabel(entry: Pick<FieldEntry, "match">): string {
  return entry.match.join(", ");
}

/** Entries of `fields:` that match something in the code, each with the rows it decides. */
export function liveEntries({ map, reconciliation }: AuditModel): Map<FieldEntry, ReconciledField[]> {
  const dead = new Set<unknown>(reconciliation.unmatched);
  const rows = new Map<FieldEntry, ReconciledField[]>(
    map.fields.filter((entry) => !dead.has(entry)).map((entry) => [entry, []]),
  );
  for (const row of reconciliation.fields) if (row.entry) rows.get(row.entry)?.push(row);
  return rows;
}

/** Rows declared by an annotation beside the field and by no entry. */
export function annotatedRows(model: AuditModel): ReconciledField[] {
  return personalRows(model).filter(({ entry, field }) => entry === null && field.annotation !== null);
}

export function relatedFields(rows: readonly ReconciledField[]): NonNullable<FindingFact["related"]> {
  return rows.map(({ field }) => ({ place: field.place, role: "field" }));
}

/** Place of the annotation beside a field. */
export function annotationPlace(field: InventoryField): Place {
  return field.annotation ? { file: field.place.file, ...field.annotation.span } : field.place;
}

const FEW = 3;

/** Labels for a message: the first few, and how many more there are. */
export function fewLabels(rows: readonly Pick<ReconciledField, "field">[]): string[] {
  const labels = rows.map(({ field }) => labelOf(field));
  return labels.length <= FEW + 1 ? labels : [...labels.slice(0, FEW), `+${labels.length - FEW}`];
}

/** One record of one file: what stands in it is collected together. */
export function ownerKey({ source, owner, place }: InventoryField): string {
  return `${place.file}#${source}:${owner}`;
}
