import type { ValueType } from "../../model/index.js";
import type { Builder } from "./dialect.js";

/** Builders of a dialect are tables; these keep them short. */

/** One builder under several names, given as words. */
export function each(names: string, make: Builder | ((name: string) => Builder)): Record<string, Builder> {
  return Object.fromEntries(names.split(" ").map((name) => [name, typeof make === "function" ? make(name) : make]));
}

export function value(type: ValueType, ...validators: string[]): Builder {
  return { makes: "value", type, ...(validators.length > 0 && { validators }) };
}

export const same: Builder = { makes: "same" };
export const list: Builder = { makes: "list" };
export const object: Builder = { makes: "object" };

export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
