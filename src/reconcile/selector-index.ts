import {
  compareSpecificity,
  matchSelector,
  parseSelector,
  type Selectable,
  type Selector,
  type Specificity,
} from "./selector.js";
import { hasWildcard } from "./wildcard.js";

/** An entry that matches a field, and how much it says of it. */
export interface Claim<Entry> {
  readonly entry: Entry;
  readonly specificity: Specificity;
}

interface Indexed<Entry> {
  readonly selector: Selector;
  readonly entry: Entry;
}

/**
 * Finds the entries whose selectors match a field without trying them all: most selectors are literal names, and most of the others end in one or
 * name their owner.
 */
export class SelectorIndex<Entry> {
  readonly #byName = new Map<string, Indexed<Entry>[]>();
  readonly #byLastName = new Map<string, Indexed<Entry>[]>();
  readonly #byOwner = new Map<string, Indexed<Entry>[]>();
  readonly #open: Indexed<Entry>[] = [];

  constructor(entries: Iterable<Entry>, selectorsOf: (entry: Entry) => readonly string[]) {
    for (const entry of entries) {
      for (const text of selectorsOf(entry)) this.#add({ selector: parseSelector(text), entry });
    }
  }

  #add(indexed: Indexed<Entry>): void {
    for (const name of indexed.selector.names) {
      const last = lastName(name);
      const owner = name.slice(0, Math.max(0, name.length - last.length - 1));
      if (!hasWildcard(name)) push(this.#byName, name, indexed);
      else if (!hasWildcard(last)) push(this.#byLastName, last, indexed);
      else if (owner !== "" && !hasWildcard(owner)) push(this.#byOwner, owner, indexed);
      else this.#open.push(indexed);
    }
  }

  /** Every entry that matches the field, each with its best selector. */
  claims(field: Selectable): Claim<Entry>[] {
    const best = new Map<Entry, Specificity>();
    for (const { selector, entry } of this.#candidates(field)) {
      const specificity = matchSelector(selector, field);
      if (!specificity) continue;
      const known = best.get(entry);
      if (!known || compareSpecificity(specificity, known) > 0) best.set(entry, specificity);
    }
    return [...best].map(([entry, specificity]) => ({ entry, specificity }));
  }

  *#candidates({ id, owner, field }: Selectable): Generator<Indexed<Entry>> {
    const segments = field.split(".");
    const full = owner === "" ? field : `${owner}.${field}`;
    // The full name, what covers it, the field by itself, the bare owner, and the number that tells twins apart (`User.email[2]`).
    const names = new Set([full, field, owner, `${full}${/\[\d+\]$/.exec(id)?.[0] ?? ""}`]);
    const above = owner === "" ? [] : [owner];
    for (let depth = 1; depth < segments.length; depth++) {
      const path = segments.slice(0, depth).join(".");
      above.push(owner === "" ? path : `${owner}.${path}`);
    }
    for (const name of above) names.add(name);
    for (const name of names) yield* this.#byName.get(name) ?? [];
    for (const name of new Set(segments)) yield* this.#byLastName.get(name) ?? [];
    for (const name of above) yield* this.#byOwner.get(name) ?? [];
    yield* this.#open;
  }
}

function lastName(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
