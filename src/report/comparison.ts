import type { Comparison } from "../model/index.js";
import type { Speaker } from "./words/index.js";

/** What a report of new findings leaves out, and what of it is mended: a line each. */
export function comparisonLines({ with: compared, known, gone }: Comparison, words: Speaker): string[] {
  const baseline = compared.kind === "baseline";
  return [
    baseline
      ? words.say("summary.known-baseline", { n: known.length, file: compared.file })
      : words.say("summary.known-commit", { n: known.length, commit: compared.commit.slice(0, 10) }),
    ...(gone.length > 0
      ? [words.say(baseline ? "summary.gone-baseline" : "summary.gone-commit", { n: gone.length })]
      : []),
  ];
}
