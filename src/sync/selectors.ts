import type { AuditModel, FieldEntry, NotPersonalEntry } from "../model/index.js";
import { parseSelector, SelectorIndex, type Selector } from "../reconcile/index.js";

export type AnyEntry = FieldEntry | NotPersonalEntry;

export interface EntrySelector {
  readonly entry: AnyEntry;
  readonly selector: Selector;
}

/** Selectors of the map that match no field of the code, personal or not. */
export function deadSelectors({ map, inventory }: AuditModel): EntrySelector[] {
  const all = [...map.fields, ...map.notPersonal].flatMap((entry) =>
    entry.match.map((text): EntrySelector => ({ entry, selector: parseSelector(text) })),
  );
  const index = new SelectorIndex(all, ({ selector }) => [selector.text]);
  const alive = new Set<EntrySelector>();
  for (const field of [...inventory.fields, ...inventory.dismissed]) {
    for (const { entry } of index.claims(field)) alive.add(entry);
  }
  return all.filter((each) => !alive.has(each));
}

/** A selector that names one field of one record outright. */
export interface ExactName {
  readonly path: string | null;
  readonly source: string | null;
  /** `Owner.field`, undivided: either part may hold dots. */
  readonly name: string;
}

export function exactName({ path, source, names }: Selector): ExactName | null {
  const [name] = names;
  if (names.length !== 1 || name === undefined || /[*?]/.test(name)) return null;
  return {
    path: path !== null && /[*?[{]/.test(path) ? null : path,
    source: source && /[*?{]/.test(source) ? null : source,
    name,
  };
}
