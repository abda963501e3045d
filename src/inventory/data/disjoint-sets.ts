/** Sets of items that grow together. Joining and asking take next to constant time each. */
export class DisjointSets<Item> {
  readonly #parents = new Map<Item, Item>();
  readonly #sizes = new Map<Item, number>();

  join(a: Item, b: Item): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    if (first === second) return;
    const [firstSize, secondSize] = [this.#sizes.get(first) ?? 1, this.#sizes.get(second) ?? 1];
    const [root, child] = firstSize >= secondSize ? [first, second] : [second, first];
    this.#parents.set(child, root);
    this.#sizes.set(root, firstSize + secondSize);
  }

  rootOf(item: Item): Item {
    let root = item;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    // Whoever is asked for again finds the root at once.
    for (let at = item; at !== root;) {
      const next = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
