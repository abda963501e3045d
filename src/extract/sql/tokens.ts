import type { SyntaxNode, Tree } from "@lezer/common";

/** A word, literal, mark or comment of SQL, or a pair of brackets with what is inside. */
export interface SqlToken {
  readonly kind: "word" | "quoted" | "string" | "number" | "mark" | "comment" | "group" | "error";
  readonly from: number;
  readonly to: number;
  /** Words in upper case, quoted names and strings without their quotes, all else as written. */
  readonly text: string;
  readonly inner: readonly SqlToken[];
}

/**
 * Tokens of each statement, in order. Groups nest; composite names come apart into their words and dots. `base` is where the parsed part
 * begins in the text.
 */
export function statementsOf(tree: Tree, text: string, base = 0): SqlToken[][] {
  const reader: Reader = { text, base };
  const statements: SqlToken[][] = [];
  let loose: SqlToken[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const tokens = node.name === "Statement" ? tokensIn(node, reader, 0) : tokenOf(node, reader, 0);
    if (node.name !== "Statement") loose.push(...tokens);
    else {
      statements.push([...loose, ...tokens]);
      loose = [];
    }
  }
  return statements;
}

interface Reader {
  readonly text: string;
  readonly base: number;
}

/** Deeper brackets hold no definitions. */
const DEEPEST = 60;

function tokensIn(node: SyntaxNode, reader: Reader, depth: number): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) tokens.push(...tokenOf(child, reader, depth));
  return tokens;
}

function tokenOf(node: SyntaxNode, reader: Reader, depth: number): SqlToken[] {
  const { text, base } = reader;
  const [from, to] = [node.from + base, node.to + base];
  const raw = text.slice(from, to);
  const one = (kind: SqlToken["kind"], shown = raw): SqlToken[] => [{ kind, from, to, text: shown, inner: [] }];
  switch (node.name) {
    case "CompositeIdentifier":
      return tokensIn(node, reader, depth);
    case "Parens": {
      const inner = depth < DEEPEST ? tokensIn(node, reader, depth + 1) : [];
      const closed = inner.at(-1)?.text === ")";
      const open = inner[0]?.text === "(";
      return [{ kind: "group", from, to, text: "(", inner: inner.slice(open ? 1 : 0, closed ? -1 : undefined) }];
    }
    case "Braces":
    case "Brackets":
      return one("mark");
    case "QuotedIdentifier":
      return one("quoted", raw.slice(1, raw.length > 1 ? -1 : undefined).replace(/(["`])\1/g, "$1"));
    case "String":
      return one("string", unquoted(raw));
    case "Number":
    case "Bits":
    case "Bytes":
      return one("number");
    case "LineComment":
    case "BlockComment":
      return one("comment");
    case "Operator":
    case "Punctuation":
    case ".":
    case "(":
    case ")":
      return one("mark");
    case ";":
      // A batch mark (`GO`) stands for one too.
      return one("mark", ";");
    default:
      return node.type.isError ? one("error") : one("word", raw.toUpperCase());
  }
}

function unquoted(raw: string): string {
  const start = raw.indexOf("'");
  if (raw.startsWith("$") || start < 0) return raw;
  return raw.slice(start + 1, raw.endsWith("'") ? -1 : undefined).replaceAll("''", "'");
}

export function isWord(token: SqlToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === "word" && words.includes(token.text);
}
