import { groupBy, type Finding, type Suppression } from "../model/index.js";

/** Applies suppressions in comments and remembers which of them did any work. One without a reason does none. */
export class Suppressor {
  readonly #all: readonly Suppression[];
  readonly #byFile: ReadonlyMap<string, Suppression[]>;
  readonly #used = new Map<Suppression, Set<string>>();

  constructor(suppressions: readonly Suppression[]) {
    this.#all = suppressions;
    this.#byFile = groupBy(
      suppressions.filter(({ reason }) => reason !== ""),
      ({ place }) => place.file,
    );
  }

  /** The suppression that covers the finding, or null. */
  suppress({ rule, place }: Finding): Suppression | null {
    if (!place) return null;
    const covering = (this.#byFile.get(place.file) ?? []).filter(
      ({ from, to, rules }) => from <= place.line && place.line <= to && rules.some((name) => names(name, rule)),
    );
    for (const suppression of covering) {
      const used = this.#used.get(suppression) ?? new Set();
      for (const name of suppression.rules) if (names(name, rule)) used.add(name);
      this.#used.set(suppression, used);
    }
    return covering[0] ?? null;
  }

  /** Suppressions that did nothing, each with those of its rules that did nothing alone. */
  idle(): readonly Suppression[] {
    return this.#all.flatMap((suppression) => {
      const used = this.#used.get(suppression);
      if (!used) return suppression;
      const rules = suppression.rules.filter((name) => !used.has(name));
      return rules.length > 0 ? { ...suppression, rules } : [];
    });
  }
}

/** A rule's id, or a theme with all its rules (`leak/*`). */
export function names(name: string, rule: string): boolean {
  return name === rule || (name.endsWith("/*") && rule.startsWith(name.slice(0, -1)));
}
