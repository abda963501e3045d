import type { Talk } from "../talk.js";
import type { PageKey } from "../../words/index.js";

/** One way to choose among rows. A row may have several values, or none; none can be chosen as well. */
export interface Facet<Row> {
  readonly key: string;
  readonly label: PageKey;
  /** Folded away until it is asked for. */
  readonly secondary?: true;
  readonly values: (row: Row) => readonly string[];
  readonly title: (value: string, talk: Talk) => string;
  /** Shown with its values in this order; by title otherwise. */
  readonly order?: readonly string[];
  /** Wording of having no value; without it, that cannot be chosen. */
  readonly none?: PageKey;
}

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

/** Stands in the address for "has no value". */
export const NONE = "-";

export function choicesOf<Row>(facet: Facet<Row>, rows: readonly Row[], talk: Talk): Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const values = facet.values(row);
    for (const value of values.length > 0 ? values : facet.none ? [NONE] : []) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const choices = [...counts].map(([value, count]) => ({
    value,
    count,
    title: value === NONE && facet.none ? talk.say(facet.none) : facet.title(value, talk),
  }));
  const rank = ({ value }: Choice): number => (value === NONE ? -1 : (facet.order?.indexOf(value) ?? 0));
  return choices.sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
}

/** Rows that every chosen facet and every word of the search agree to. */
export function chosen<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  params: URLSearchParams,
  textOf: (row: Row) => string,
): readonly Row[] {
  const active = facets.flatMap((facet) => {
    const value = params.get(facet.key);
    return value === null ? [] : [{ facet, value }];
  });
  const words = (params.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (active.length === 0 && words.length === 0) return rows;
  return rows.filter(
    (row) =>
      active.every(({ facet, value }) => {
        const values = facet.values(row);
        return value === NONE ? values.length === 0 : values.includes(value);
      }) &&
      (words.length === 0 || hasAll(textOf(row), words)),
  );
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Remembers what rows read as, for a search that is asked at every key. */
export function remembering<Row extends object>(textOf: (row: Row) => string): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) {
      text = textOf(row).toLowerCase();
      known.set(row, text);
    }
    return text;
  };
}
