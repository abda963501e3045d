import { closest, distance } from "fastest-levenshtein";

/** The candidate a misspelt word most likely stood for, or null when none is near enough to be worth naming. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const known = [...candidates].filter((candidate) => candidate.length <= maximumLength);
  if (known.length === 0 || word.length > maximumLength) return null;
  const bySpelling = new Map(known.map((candidate) => [candidate.toLowerCase(), candidate]));
  const sought = word.toLowerCase();
  const best = closest(sought, [...bySpelling.keys()]);
  const allowed = Math.max(1, Math.floor(Math.max(sought.length, best.length) * 0.4));
  return distance(sought, best) <= allowed ? bySpelling.get(best)! : null;
}

/** Distances cost the product of both lengths; nobody misspells an id of this size. */
const maximumLength = 200;
