import { compareText, groupBy, type Catalog, type Rule } from "../model/index.js";

export interface Theme {
  /** First part of the ids of its rules. */
  readonly id: string;
  readonly rules: readonly Rule[];
}

/** All rules, by theme, both in alphabetical order. */
export function rulesByTheme({ rules }: Pick<Catalog, "rules">): Theme[] {
  const sorted = [...rules.values()].sort((a, b) => compareText(a.id, b.id));
  return [...groupBy(sorted, ({ id }) => id.split("/")[0]!)].map(([id, own]) => ({ id, rules: own }));
}
