import type { Cookie } from "../model/index.js";
import { hasWildcard, literalLength, matchesWildcard } from "./wildcard.js";

/** Finds the line of `cookies:` for a cookie's name: the exact one, else the pattern that says most of it. */
export class CookieMatcher {
  readonly #exact: ReadonlyMap<string, Cookie>;
  readonly #patterns: readonly (readonly [string, Cookie])[];

  constructor(cookies: ReadonlyMap<string, Cookie>) {
    this.#exact = cookies;
    this.#patterns = [...cookies]
      .filter(([name]) => hasWildcard(name))
      .sort(([a], [b]) => literalLength(b) - literalLength(a));
  }

  find(name: string): Cookie | null {
    const exact = this.#exact.get(name);
    if (exact) return exact;
    // A name that the code builds is a pattern as well (`_ym_*`), and is covered by an equal or wider one.
    return this.#patterns.find(([pattern]) => matchesWildcard(pattern, name, true))?.[1] ?? null;
  }
}
