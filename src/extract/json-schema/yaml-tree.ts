import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from "yaml";
import type { Entry, Tree } from "./tree.js";

/** A YAML or JSON document as a tree. Aliases are resolved one step at a time, so that a bomb of them costs nothing. */
export function yamlTree(document: Document): Tree | null {
  return document.contents ? new YamlTree(document.contents as Node, document) : null;
}

class YamlTree implements Tree {
  readonly #node: Node;
  readonly #document: Document;
  #entries: readonly Entry[] | null = null;

  constructor(node: Node, document: Document) {
    this.#document = document;
    this.#node = (isAlias(node) ? node.resolve(document) : undefined) ?? node;
  }

  get range(): readonly [number, number] {
    const [start, end] = this.#node.range ?? [0, 0];
    return [start, end];
  }

  isObject(): boolean {
    return isMap(this.#node);
  }

  isTrue(): boolean {
    return isScalar(this.#node) && this.#node.value === true;
  }

  entries(): readonly Entry[] {
    return (this.#entries ??= this.#read());
  }

  #read(): Entry[] {
    if (!isMap(this.#node)) return [];
    return this.#node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !value) return [];
      const [start, end] = key.range ?? [0, 0];
      return [
        { key: String(key.value), at: [start, end] as const, value: new YamlTree(value as Node, this.#document) },
      ];
    });
  }

  get(key: string): Tree | null {
    return this.entries().find((entry) => entry.key === key)?.value ?? null;
  }

  items(): readonly Tree[] {
    return isSeq(this.#node) ? this.#node.items.map((item) => new YamlTree(item as Node, this.#document)) : [];
  }

  text(): string | null {
    if (!isScalar(this.#node)) return null;
    const { value } = this.#node;
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  }
}
