import type { Coverage } from "../model/index.js";
import type { Key, Speaker } from "./words/index.js";

const ROWS = [
  ["coverage.declared", "declared"],
  ["coverage.category", "withCategory"],
  ["coverage.purpose", "withPurpose"],
  ["coverage.retention", "withRetention"],
] as const satisfies readonly (readonly [Key, keyof Coverage])[];

export interface CoverageLine {
  readonly label: string;
  readonly part: number;
  readonly percent: string;
  /** `3 of 12`, the first number as wide as the second. */
  readonly of: string;
}

/** How much of what the code collects the map accounts for, in words. */
export function coverageLines(counts: Coverage, words: Speaker): CoverageLine[] {
  const whole = words.number(counts.fields);
  return ROWS.map(([key, field]) => ({
    label: words.say(key),
    part: counts[field],
    percent: words.percent(counts[field], counts.fields),
    of: words.say("summary.of", { part: words.number(counts[field]).padStart(whole.length), whole }),
  }));
}
