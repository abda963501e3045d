import type { EntryAddition } from "../data-map/index.js";
import {
  groupBy,
  type AuditModel,
  type FieldEntry,
  type InventoryField,
  type ReconciledField,
} from "../model/index.js";
import { isDeclared, matches, parseSelector } from "../reconcile/index.js";

export interface PlacedAddition {
  /** File of the map that it goes to. */
  readonly file: string;
  readonly addition: EntryAddition;
}

/** Entries for the fields that nothing declares: one for each record and category, beside what the map says of the same record. */
export function proposeAdditions(
  model: AuditModel,
  declaredNow: ReadonlySet<string>,
  question: (dataTypes: readonly string[], category: string | null) => string,
): PlacedAddition[] {
  const open = model.reconciliation.fields.filter(
    (row) => !isDeclared(row) && row.notPersonal === null && !declaredNow.has(row.field.id),
  );
  const proposals = open.map(({ field }) => {
    const neighbour = findNeighbour(field, model);
    return { field, neighbour, category: categoryOf(field, neighbour, model) };
  });
  const verdicts = new Map(proposals.map(({ field, category }) => [field.id, category]));
  const groups = groupBy(proposals, ({ field, category, neighbour }) =>
    JSON.stringify([field.owner === "" ? field.id : field.owner, category, neighbour?.path, neighbour?.place.file]),
  );
  return [...groups.values()].map((members): PlacedAddition => {
    const { neighbour, category } = members[0]!;
    const dataTypes = [...new Set(members.map(({ field }) => field.dataType ?? ""))];
    const home = neighbour ?? model.map.fields.at(-1);
    return {
      file: home?.place.file ?? model.map.files[0]!,
      addition: {
        after: home?.path ?? null,
        match: [...new Set(members.map(({ field }) => selectorFor(field, verdicts, model)))],
        category,
        question: question(dataTypes, category),
      },
    };
  });
}

/** The last entry on the same record, else on the same file, else on the same kind of data. */
function findNeighbour(field: InventoryField, model: AuditModel): FieldEntry | null {
  const { fields } = model.reconciliation;
  const mine = (test: (row: ReconciledField) => boolean): FieldEntry | null =>
    fields.reduce<FieldEntry | null>(
      (last, row) => (row.entry && test(row) ? later(last, row.entry, model) : last),
      null,
    );
  return (
    mine((row) => row.field.owner === field.owner && row.field.source === field.source && field.owner !== "") ??
    mine((row) => row.field.owner === field.owner && field.owner !== "") ??
    mine((row) => row.field.place.file === field.place.file && row.field.source === field.source) ??
    mine((row) => row.field.dataType === field.dataType)
  );
}

function later(a: FieldEntry | null, b: FieldEntry, { map }: AuditModel): FieldEntry {
  return a && map.fields.indexOf(a) > map.fields.indexOf(b) ? a : b;
}

/** The category that holds this kind of data; of several, that of the neighbour. Null where no category does: that is for people to decide. */
function categoryOf({ dataType }: InventoryField, neighbour: FieldEntry | null, { map }: AuditModel): string | null {
  const holding = [...map.categories].filter(([, { items }]) => dataType !== null && items.includes(dataType));
  const ids = holding.map(([id]) => id);
  return ids.find((id) => id === neighbour?.category) ?? ids[0] ?? null;
}

/** Signs that a selector would take for wildcards, alternatives, a path or a source. */
const MISREAD = /[*?#]|\{[^{}]*,|^[a-z][\w-]*:/;

/** The shortest selector that names fields of this verdict alone, none of them declared already. */
function selectorFor(
  field: InventoryField,
  verdicts: ReadonlyMap<string, string | null>,
  { inventory }: AuditModel,
): string {
  const { owner, source, id } = field;
  const name = owner === "" ? field.field : `${owner}.${field.field}`;
  const forms = MISREAD.test(name) ? [] : [...(owner === "" ? [] : [name]), `${source}:${name}`];
  const verdict = verdicts.get(id);
  const fitting = forms.find((form) => {
    const selector = parseSelector(form);
    return inventory.fields
      .filter((other) => matches(selector, other))
      .every((other) => verdicts.has(other.id) && verdicts.get(other.id) === verdict);
  });
  return fitting ?? id;
}
