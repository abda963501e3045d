import type { TSESTree } from "@typescript-eslint/typescript-estree";

export interface EmbeddedText {
  /** As long as the expression's source: what is not text is blank, escapes are spaces and the character meant. */
  readonly text: string;
  /** Where the expression begins in its file. */
  readonly start: number;
}

/** The text that a literal, a template or a concatenation holds, laid out so that offsets in it are offsets in the source. */
export function embeddedText(node: TSESTree.Node, source: string): EmbeddedText {
  const [start, end] = node.range;
  const parts = source.slice(start, end).replace(/[^\n]/g, " ").split("");
  write(node, source, start, parts);
  return { text: parts.join(""), start };
}

function write(node: TSESTree.Node, source: string, start: number, parts: string[]): void {
  const put = (from: number, text: string): void => {
    for (let at = 0; at < text.length; at++) parts[from - start + at] = text[at]!;
  };
  if (node.type === "Literal") put(node.range[0] + 1, unescaped(source.slice(node.range[0] + 1, node.range[1] - 1)));
  else if (node.type === "BinaryExpression") {
    write(node.left, source, start, parts);
    write(node.right, source, start, parts);
  } else if (node.type === "TemplateLiteral") {
    for (const { range } of node.quasis) {
      const [from, to] = [range[0] + 1, range[1] - (source[range[1] - 1] === "`" ? 1 : 2)];
      put(from, unescaped(source.slice(from, to)));
    }
    for (const hole of node.expressions) {
      // The braces are kept, so that readers know a hole, with the last name in it.
      const [from, to] = [source.lastIndexOf("${", hole.range[0]), source.indexOf("}", hole.range[1])];
      const inner = source.slice(from + 2, to);
      put(from, `\${${(/(\w+)\W*$/.exec(inner)?.[1] ?? "").padEnd(inner.length)}}`);
    }
  }
}

const MEANT: Readonly<Record<string, string>> = { n: " ", t: " ", r: " ", "\n": "\n" };

function unescaped(raw: string): string {
  return raw.replace(/\\([^])/g, (_, escaped: string) => ` ${MEANT[escaped] ?? escaped}`);
}
