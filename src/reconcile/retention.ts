import type { DataMap, FieldEntry, Store } from "../model/index.js";
import { SelectorIndex } from "./selector-index.js";
import type { Selectable } from "./selector.js";

/** Which retention rules apply to a field: its entry's, else those of its purposes, else its store's. */
export class RetentionResolver {
  readonly #map: DataMap;
  readonly #stores: SelectorIndex<Store>;

  constructor(map: DataMap) {
    this.#map = map;
    this.#stores = new SelectorIndex(map.stores.values(), (store) => store.matches);
  }

  of(
    field: Selectable,
    entry: FieldEntry | null,
    category: string | null,
    purposes: readonly string[],
  ): readonly string[] {
    if (entry?.retention) return [entry.retention];
    const byPurpose = retentionOfPurposes(this.#map, category, purposes);
    if (byPurpose.length > 0) return byPurpose;
    if (!entry && category === null && purposes.length === 0) return [];
    return this.#ofStores(field, entry);
  }

  #ofStores(field: Selectable, entry: FieldEntry | null): string[] {
    const stores = entry?.store
      ? [this.#map.stores.get(entry.store)]
      : this.#stores.claims(field).map((claim) => claim.entry);
    return [...new Set(stores.flatMap((store) => store?.retention ?? []))];
  }
}

/** Retention rules that the purposes fix for data of the category. */
export function retentionOfPurposes(map: DataMap, category: string | null, purposes: readonly string[]): string[] {
  const rules = purposes.flatMap((id) => {
    const purpose = map.purposes.get(id);
    const ofCategory = category === null ? undefined : purpose?.retentionByCategory.get(category);
    return ofCategory ?? purpose?.retention ?? [];
  });
  return [...new Set(rules)];
}
