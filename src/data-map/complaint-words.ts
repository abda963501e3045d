import type { Language } from "../model/index.js";
import { fileWords } from "./complaint-words-file.js";
import { shapeWords } from "./complaint-words-shape.js";

/** What can be wrong with a map, before any rule looks at it. */
export type ComplaintKind = keyof typeof fileWords | keyof typeof shapeWords;

interface Sentence {
  readonly problem: string;
  readonly expected?: string;
  readonly remedy: string;
}

export type Wording = Readonly<Record<Language, Sentence>>;

/** Words for every complaint. `{name}` stands for a value of the complaint, `{related}` for its other place. */
export const complaintWords: Readonly<Record<ComplaintKind, Wording>> = { ...fileWords, ...shapeWords };
