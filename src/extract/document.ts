import type { ProblemFact } from "../model/index.js";
import type { SourceText } from "./source-text.js";

/**
 * A kind of parsed form that collectors read: the ESTree of a script, the element tree of markup, a Prisma schema. Several languages may
 * yield the same syntax (JSX, Vue and HTML all yield markup), so a collector written once works in all of them.
 */
export interface Syntax<Root> {
  readonly id: string;
  /** Never present; carries the type of the root. */
  readonly root?: Root;
}

export function defineSyntax<Root>(id: string): Syntax<Root> {
  return { id };
}

/** A parsed part of a file. Offsets in `root` count from the start of the file, also for parts embedded in other languages. */
export interface Document<Root = unknown> {
  readonly syntax: Syntax<Root>;
  readonly root: Root;
  readonly source: SourceText;
}

export interface Parsed {
  readonly documents: readonly Document[];
  readonly problems: readonly ProblemFact[];
}

/** A front end: which files it reads, and how. One file in `languages/`, found by its presence there. */
export interface Language {
  readonly id: string;
  readonly title: string;
  /** File endings with the dot (`.prisma`), lower case; with folders before the name where that alone would be any (`/components/*\/*.json`). */
  readonly extensions: readonly string[];
  /** Syntaxes it may yield: a file is parsed only if a collector of one of them wants it. */
  readonly yields: readonly Syntax<unknown>[];
  /** Narrows `extensions` where the ending alone says too little (`openapi.yaml` among all YAML). Text is given whole. */
  readonly claims?: (source: SourceText) => boolean;
  /** Never throws on bad input: what cannot be read becomes a problem with its place. */
  readonly parse: (source: SourceText) => Parsed | Promise<Parsed>;
}

export function defineLanguage(language: Language): Language {
  return language;
}
