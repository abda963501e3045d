import type { ChalkInstance } from "chalk";
import type { AuditResult, Catalog } from "../model/index.js";
import type { Speaker } from "./words/index.js";

/** What renderers are given beside the result. They ask nothing of the environment. */
export interface ReportContext {
  readonly catalog: Catalog;
  /** Words in the language of the report. */
  readonly words: Speaker;
  /** Colours, or none. */
  readonly colour: ChalkInstance;
  /** Columns to wrap prose at. */
  readonly width: number;
  /** Path from the repository to the root of the audit, empty or ending in a slash: platforms count paths from the repository. */
  readonly repositoryPath: string;
  /** Texts of the files that findings stand in, by the paths that places use; a file that could not be read is absent. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A renderer is pure: the same result and context give the same text, ending in a line feed unless empty. */
export type Renderer = (result: AuditResult, context: ReportContext) => string;
