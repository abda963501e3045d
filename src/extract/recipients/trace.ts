import type { RecipientFact } from "../../model/index.js";
import type { Range } from "../source-text.js";

/** A trace of a recipient before its offsets are turned into places. */
export interface FoundTrace extends Omit<RecipientFact, "span"> {
  readonly at: Range;
}
