import { closest, distance } from "fastest-levenshtein";

/** The candidate that a mistyped word most likely meant, or null. */
export function nearestOf(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0 || word.length > 200) return null;
  const best = closest(word, [...candidates]);
  return distance(word, best) <= Math.max(1, Math.floor(Math.max(word.length, best.length) * 0.4)) ? best : null;
}
