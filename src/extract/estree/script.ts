import { parse, TSESTree } from "@typescript-eslint/typescript-estree";
import { analyze, type ScopeManager } from "@typescript-eslint/scope-manager";
import { extname } from "node:path";
import { defineSyntax, type Parsed } from "../document.js";
import type { SourceText } from "../source-text.js";
import { readImports, type ImportBinding } from "./bindings.js";

/** A parsed script. Only `range` of its nodes counts: places are computed from offsets when a fact is made. */
export interface Script {
  readonly ast: TSESTree.Program;
  readonly comments: readonly TSESTree.Comment[];
  readonly source: SourceText;
  /** Import bindings by local name, `require` included. */
  readonly imports: ReadonlyMap<string, ImportBinding>;
  /** Scope analysis, made when first asked for. */
  readonly scopes: () => ScopeManager;
}

export const estree = defineSyntax<Script>("estree");

/**
 * Parses a script. `text` has the length of the file's: for a script embedded in another language, all around it is blanked with spaces,
 * so that offsets are those of the file.
 */
export function parseScript(
  source: SourceText,
  text: string,
  language: "ts" | "tsx" | "js" | "jsx" | null = null,
): Parsed {
  const jsx = language ? language.endsWith("x") || language === "js" : !/^\.[mc]?ts$/.test(extname(source.file));
  const attempts = jsx ? [true, false] : [false, true];
  let failure: unknown;
  for (const asJsx of attempts) {
    try {
      const ast = parse(text, {
        range: true,
        // Not asked for, places are taken off every node again, which costs more than they do and slows down whatever reads the nodes.
        loc: true,
        comment: true,
        jsx: asJsx,
        errorOnUnknownASTType: false,
        // What TypeScript itself rejects is rejected; finer faults of grammar do not keep a file from being read.
        allowInvalidAST: true,
        jsDocParsingMode: "none",
        suppressDeprecatedPropertyWarnings: true,
      }) as TSESTree.Program;
      return { documents: [{ syntax: estree, root: makeScript(source, ast), source }], problems: [] };
    } catch (error) {
      failure ??= error;
    }
  }
  return { documents: [], problems: [describe(failure)] };
}

function makeScript(source: SourceText, ast: TSESTree.Program): Script {
  let scopes: ScopeManager | null = null;
  return {
    ast,
    comments: ast.comments ?? [],
    source,
    imports: readImports(ast),
    scopes: () => (scopes ??= analyze(ast, { sourceType: "module", lib: [] })),
  };
}

interface ParserError {
  readonly message: string;
  readonly location?: { readonly start: { readonly line: number; readonly column: number } };
}

function describe(error: unknown): { message: string; line: number; column: number; fatal: true } {
  const { message, location } = error as ParserError;
  return { message, line: location?.start.line ?? 1, column: (location?.start.column ?? 0) + 1, fatal: true };
}
