import { groupBy, withoutPath, type AuditModel, type InventoryField } from "../model/index.js";
import { isDeclared, matches, parseSelector } from "../reconcile/index.js";
import { exactName, type AnyEntry, type EntrySelector } from "./selectors.js";

/** What the code collected at an earlier time, and where files have gone since. */
export interface EarlierFields {
  readonly fields: readonly InventoryField[];
  /** Files that go by another name now. */
  readonly renames: ReadonlyMap<string, string>;
}

export interface FoundRename {
  readonly entry: AnyEntry;
  readonly from: string;
  readonly to: string;
  /** Ids of fields that it declares now. */
  readonly fields: readonly string[];
}

/**
 * Selectors that follow what was renamed: a file, a record, a field. A name is followed only where one alone can be meant, shown by git (the
 * same file, the same kind of data) or by the shape of the record; whatever is doubtful is left as stale and new.
 */
export function findSelectorRenames(
  model: AuditModel,
  dead: readonly EntrySelector[],
  earlier: EarlierFields | null,
): FoundRename[] {
  const open = openFields(model);
  const found: FoundRename[] = [];
  const taken = new Set<string>();
  const accept = (from: EntrySelector, to: string): void => {
    const selector = parseSelector(to);
    const fields = open.filter((field) => matches(selector, field)).map(({ id }) => id);
    if (fields.length === 0 || fields.some((id) => taken.has(id))) return;
    for (const id of fields) taken.add(id);
    found.push({ entry: from.entry, from: from.selector.text, to, fields });
  };
  const rest = dead.filter((each) => {
    const to = movedFile(each, open, earlier);
    if (to !== null) accept(each, to);
    return to === null;
  });
  const after = rest.filter((each) => {
    const owner = renamedOwner(each, rest, { model, open, earlier });
    if (owner !== null) accept(each, owner);
    return owner === null;
  });
  const proposals = after.flatMap((each) => {
    const to = renamedField(each, { model, open, earlier });
    return to === null ? [] : [{ each, to }];
  });
  // Two that claim the same field: neither can be believed.
  for (const claims of groupBy(proposals, ({ to }) => to).values()) {
    if (claims.length === 1) accept(claims[0]!.each, claims[0]!.to);
  }
  return found;
}

interface Sight {
  readonly model: AuditModel;
  readonly open: readonly InventoryField[];
  readonly earlier: EarlierFields | null;
}

/** Personal fields that nothing declares. */
function openFields({ reconciliation }: AuditModel): InventoryField[] {
  return reconciliation.fields.filter((row) => !isDeclared(row) && row.notPersonal === null).map(({ field }) => field);
}

/** `old/path.ts#Lead.phone` where the record stands in another file now. */
function movedFile(
  { selector }: EntrySelector,
  open: readonly InventoryField[],
  earlier: EarlierFields | null,
): string | null {
  const { path, text } = selector;
  if (path === null || /[*?[{]/.test(path)) return null;
  const rest = text.slice(path.length + 1);
  const known = earlier?.renames.get(path);
  const without = parseSelector(rest);
  const files = new Set(open.filter((field) => matches(without, field)).map(({ place }) => place.file));
  if (known !== undefined) return files.has(known) ? `${known}#${rest}` : null;
  const [file, ...others] = files;
  return file !== undefined && others.length === 0 ? `${file}#${rest}` : null;
}

/** A record under another name: the only one that holds everything the stale selectors name of the old. */
function renamedOwner(each: EntrySelector, dead: readonly EntrySelector[], sight: Sight): string | null {
  const name = exactName(each.selector)?.name;
  if (name === undefined) return null;
  for (const [owner, field] of splits(name)) {
    if (hasOwner(sight, owner)) continue;
    const mates = dead.flatMap(({ selector }) => {
      const other = exactName(selector)?.name;
      return other?.startsWith(`${owner}.`) ? [other.slice(owner.length + 1)] : [];
    });
    const heirs = ownersHolding(new Set(mates), sight);
    const [heir, ...others] = heirs;
    const shown = mates.length > 1 || (heir !== undefined && inheritsByGit(owner, heir, sight));
    if (heir !== undefined && others.length === 0 && shown) return replaceName(each, name, `${heir}.${field}`);
  }
  return null;
}

function ownersHolding(names: ReadonlySet<string>, { open }: Sight): string[] {
  const byOwner = groupBy(
    open.filter(({ owner }) => owner !== ""),
    ({ owner }) => owner,
  );
  return [...byOwner].flatMap(([owner, fields]) => {
    const own = new Set(fields.map(({ field }) => field));
    return [...names].every((name) => own.has(name)) ? [owner] : [];
  });
}

/** The old record stood in the file in which the new one stands, and the new one was not there. */
function inheritsByGit(owner: string, heir: string, { open, earlier }: Sight): boolean {
  if (!earlier) return false;
  const filesOf = (fields: readonly InventoryField[], name: string) =>
    new Set(fields.filter((field) => field.owner === name).map(({ place }) => place.file));
  const old = [...filesOf(earlier.fields, owner)].map((file) => earlier.renames.get(file) ?? file);
  const now = filesOf(open, heir);
  return old.some((file) => now.has(file)) && filesOf(earlier.fields, heir).size === 0;
}

/** A field under another name in a record that is still there. */
function renamedField(each: EntrySelector, { model, open, earlier }: Sight): string | null {
  const exact = exactName(each.selector);
  if (!exact) return null;
  for (const [owner, field] of splits(exact.name)) {
    const fresh = open.filter(
      (candidate) =>
        candidate.owner === owner &&
        (exact.source === null || candidate.source === exact.source) &&
        !earlier?.fields.some((old) => withoutPath(old.id) === withoutPath(candidate.id)),
    );
    const before = earlier?.fields.filter((old) => old.owner === owner && old.field === field) ?? [];
    const types = new Set(before.map(({ dataType }) => dataType));
    const names = new Set(
      fresh
        .filter((candidate) =>
          types.size > 0
            ? types.has(candidate.dataType)
            : fits(each, candidate, model) && resemble(field, candidate.field),
        )
        .map((candidate) => candidate.field),
    );
    const [to, ...others] = names;
    if (to !== undefined && others.length === 0) return replaceName(each, exact.name, `${owner}.${to}`);
  }
  return null;
}

function fits({ entry }: EntrySelector, { dataType }: InventoryField, { map }: AuditModel): boolean {
  if (!("purposes" in entry) || dataType === null) return false;
  if (entry.item !== null) return entry.item === dataType;
  return entry.category !== null && (map.categories.get(entry.category)?.items.includes(dataType) ?? false);
}

/** Names that share a word, or one of which begins with the other: `phone` and `phoneNumber`, `mail` and `email`. */
function resemble(a: string, b: string): boolean {
  const words = (name: string) => name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((word) => word.toLowerCase());
  const other = new Set(words(b));
  const [shorter, longer] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length) as [string, string];
  return (
    words(a).some((word) => word !== "" && other.has(word)) || longer.endsWith(shorter) || longer.startsWith(shorter)
  );
}

function hasOwner({ model: { inventory } }: Sight, owner: string): boolean {
  return [inventory.fields, inventory.dismissed].some((fields) => fields.some((field) => field.owner === owner));
}

/** Every way to divide `a.b.c` into owner and field, the longest field first. */
function splits(name: string): [owner: string, field: string][] {
  const parts = name.split(".");
  return parts.slice(1).map((_, index) => [parts.slice(0, index + 1).join("."), parts.slice(index + 1).join(".")]);
}

function replaceName({ selector: { text } }: EntrySelector, from: string, to: string): string {
  return text.slice(0, text.length - from.length) + to;
}
