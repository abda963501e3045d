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
 * Finds the entries whose selectors match a field without trying them all: most selectors end in a literal name, and most of the others name
 * their owner.
 */
export class SelectorIndex<Entry> {
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
      if (!hasWildcard(last)) push(this.#byLastName, last, indexed);
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
    // A bare owner stands for all its fields; an id may end in a number that tells twins apart (`User.email[2]`).
    const twin = `${segments.at(-1)!}${/\[\d+\]$/.exec(id)?.[0] ?? ""}`;
    for (const name of new Set([...segments, lastName(owner), twin])) {
      yield* this.#byLastName.get(name) ?? [];
    }
    for (let depth = 0; depth < segments.length; depth++) {
      const above = segments.slice(0, depth).join(".");
      if (owner !== "") yield* this.#byOwner.get(above === "" ? owner : `${owner}.${above}`) ?? [];
      else if (above !== "") yield* this.#byOwner.get(above) ?? [];
    }
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
