import type { Range } from "../source-text.js";

/** A part of a JSON-like document, whatever it is written in: YAML, JSON, or an object literal of a script. */
export interface Tree {
  readonly range: Range;
  /** Members in the order of the text; none for what is no object. */
  entries(): readonly Entry[];
  get(key: string): Tree | null;
  /** Items of a list; none for what is no list. */
  items(): readonly Tree[];
  /** Text or number as text; null for anything else. */
  text(): string | null;
  isObject(): boolean;
  isTrue(): boolean;
}

export interface Entry {
  readonly key: string;
  readonly at: Range;
  readonly value: Tree;
}
