import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldKind } from "../../model/index.js";
import type { Emit } from "../collector.js";
import { unitOf, type Script } from "../estree/index.js";
import { keysOf, type Key } from "./keys.js";

export type Access = "read" | "write";

/**
 * Emits what is kept under keys. Reading or writing a key again within one function is the same collection point; so is every use of one
 * constant of the file.
 */
export class KeyedFacts {
  readonly #script: Script;
  readonly #emit: Emit;
  readonly #source: string;
  readonly #kind: FieldKind;
  readonly #seen = new Set<string>();

  constructor(script: Script, emit: Emit, source: string, kind: FieldKind) {
    this.#script = script;
    this.#emit = emit;
    this.#source = source;
    this.#kind = kind;
  }

  /** Every key the expression may stand for, used by the code at `use`. */
  add(expression: TSESTree.Node | null | undefined, access: Access, use: TSESTree.Node): void {
    for (const key of keysOf(expression, this.#script)) this.key(key, access, use);
  }

  /** `target`: name of the type of the record that is kept whole. */
  key({ text, at, from }: Key, access: Access, use: TSESTree.Node, target: string | null = null): void {
    const unit = unitOf(use);
    if (access === "read" && unit && isRemoval(unit)) return;
    const written = at[0] >= use.range[0] && at[1] <= use.range[1];
    const keys = [`at\0${at[0]}`, ...(written ? [`${access}\0${unit?.range[0] ?? -1}\0${text}`] : [])];
    if (keys.some((known) => this.#seen.has(known))) return;
    for (const known of keys) this.#seen.add(known);
    const readFrom = access === "read" ? this.#script.source.text.slice(...use.range).replace(/\s+/g, " ") : "";
    this.#emit.loose(this.#source, this.#kind, {
      name: text,
      at,
      ...(from !== undefined && { nameFrom: from }),
      ...(target !== null && { target }),
      ...(readFrom && readFrom.length <= 120 && { hints: { readFrom } }),
    });
  }
}

/** What is read only to be removed is not collected there. */
function isRemoval(unit: TSESTree.Node): boolean {
  const { parent } = unit;
  const named =
    "id" in unit && unit.id ? unit.id : parent && ("key" in parent ? parent.key : "id" in parent ? parent.id : null);
  const name = (named as { name?: unknown } | null)?.name;
  return (
    typeof name === "string" && /^[_$]*(?:remove|clear|delete|destroy|unset|expire|purge|forget)(?:[A-Z_]|$)/.test(name)
  );
}
