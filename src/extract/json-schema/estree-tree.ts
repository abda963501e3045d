import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { knownText, numberValue, propertiesOf, type Script } from "../estree/index.js";
import { meaningOf, unwrap } from "../schema-builders/index.js";
import type { Entry, Tree } from "./tree.js";

/** An object literal as a tree; names of constants of the file stand for their values. */
export class EstreeTree implements Tree {
  readonly node: TSESTree.Node;
  readonly #script: Script;
  readonly #hops: number;

  constructor(node: TSESTree.Node, script: Script, hops = 0) {
    const plain = unwrap(node);
    const meaning = plain.type === "Identifier" && hops < 8 ? meaningOf(plain, script) : null;
    this.node = meaning ? unwrap(meaning) : plain;
    this.#script = script;
    this.#hops = meaning ? hops + 1 : hops;
  }

  get range(): readonly [number, number] {
    return this.node.range;
  }

  isObject(): boolean {
    return this.node.type === "ObjectExpression";
  }

  isTrue(): boolean {
    return this.node.type === "Literal" && this.node.value === true;
  }

  entries(): readonly Entry[] {
    const { members, spreads } = propertiesOf(this.node);
    const own = members.map(({ name, key, value }) => ({ key: name, at: key.range, value: this.#child(value) }));
    return spreads.length === 0 || this.#hops > 6
      ? own
      : [...own, ...spreads.flatMap((spread) => this.#child(spread).entries())];
  }

  get(key: string): Tree | null {
    return this.entries().find((entry) => entry.key === key)?.value ?? null;
  }

  items(): readonly Tree[] {
    return this.node.type === "ArrayExpression"
      ? this.node.elements.flatMap((element) => (element ? [this.#child(element)] : []))
      : [];
  }

  text(): string | null {
    const text = knownText(this.node, this.#script);
    if (text !== null) return text;
    const number = numberValue(this.node);
    return number === null ? null : String(number);
  }

  #child(node: TSESTree.Node): EstreeTree {
    return new EstreeTree(node, this.#script, this.#hops + 1);
  }
}
