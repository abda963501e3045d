import type { Tree } from "@lezer/common";
import type { ProblemFact } from "../../model/index.js";
import type { SourceText } from "../source-text.js";

/** A file that is something else altogether would give a problem for nearly every line. */
const MOST = 20;

/** The places a tolerant parser skipped or filled in: one problem a line. */
export function problemsOf(tree: Tree, source: SourceText, message: string): ProblemFact[] {
  const problems = new Map<number, ProblemFact>();
  tree.iterate({
    enter: ({ type, from }) => {
      if (!type.isError || problems.size >= MOST) return problems.size < MOST;
      const { line, column } = source.position(from);
      if (!problems.has(line)) problems.set(line, { message, line, column, fatal: false });
      return false;
    },
  });
  return [...problems.values()];
}
