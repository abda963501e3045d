import type { RecipientFact } from "../../model/index.js";
import type { Range } from "../source-text.js";

/** A trace of a recipient before its offsets are turned into places. */
export interface FoundTrace extends Omit<RecipientFact, "span"> {
  readonly at: Range;
}

/** How often one trace counts in one file: enough to see each place, bounded for texts made to be slow. */
const MAX_REPEATS = 1000;

/** Counts up to the bound; false once a key has passed it. */
export function countUp(counts: Map<string, number>, key: string): boolean {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count <= MAX_REPEATS;
}
