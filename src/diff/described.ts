import type { Aspect, ChangeAbout } from "../model/index.js";

/** One part of the processing as one result has it: what it is called, and its aspects as values that can be compared. */
export interface Described {
  readonly about: ChangeAbout;
  readonly id: string;
  readonly title: string | null;
  readonly aspects: ReadonlyMap<Aspect, readonly string[]>;
}

export type Value = string | boolean | null | undefined | readonly string[];

/** Aspects that hold something. Yes is said by the aspect itself, no by its absence; lists are sets. */
export function aspectsOf(values: Readonly<Partial<Record<Aspect, Value>>>): Map<Aspect, readonly string[]> {
  const aspects = new Map<Aspect, readonly string[]>();
  for (const [aspect, value] of Object.entries(values) as [Aspect, Value][]) {
    const list = listOf(value);
    if (list.length > 0) aspects.set(aspect, list);
  }
  return aspects;
}

function listOf(value: Value): readonly string[] {
  if (value === null || value === undefined || value === false || value === "") return [];
  if (value === true) return ["yes"];
  return typeof value === "string" ? [value] : [...new Set(value)].sort();
}
