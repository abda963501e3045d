import type { ProblemFact } from "../../model/index.js";
import type { SourceText } from "../source-text.js";
import { TreeBuilder } from "./builder.js";
import type { Attribute, Element } from "./element.js";
import { quoted } from "./quotes.js";

/** The parts of Pug's tree that are read here; the packages carry no types of their own. */
interface PugNode {
  readonly type: string;
  readonly name?: string;
  readonly val?: string;
  readonly args?: string | null;
  readonly line: number;
  readonly column: number;
  readonly attrs?: readonly PugAttribute[];
  readonly block?: PugNode | null;
  readonly nodes?: readonly PugNode[];
  readonly consequent?: PugNode | null;
  readonly alternate?: PugNode | null;
}
interface PugAttribute {
  readonly name: string;
  readonly val: string | boolean;
  readonly line: number;
  readonly column: number;
}

export interface PugFile {
  readonly roots: readonly Element[];
  readonly problems: readonly ProblemFact[];
}

/** Reads a Pug template by its own parser. A file that it rejects is a problem with its place. */
export async function readPug(source: SourceText): Promise<PugFile> {
  const { default: lex } = await import("pug-lexer");
  const { default: parse } = await import("pug-parser");
  try {
    const tree = new TreeBuilder();
    add(parse(lex(source.text)) as PugNode, tree, source, 0);
    return { roots: tree.roots, problems: [] };
  } catch (error) {
    const { msg, message, line, column } = error as { msg?: string; message: string; line?: number; column?: number };
    return { roots: [], problems: [{ message: msg ?? message, line: line ?? 1, column: column ?? 1, fatal: true }] };
  }
}

const DEEPEST = 500;

function add(node: PugNode | null | undefined, tree: TreeBuilder, source: SourceText, depth: number): void {
  if (!node || depth > DEEPEST) return;
  if (node.type === "Text") tree.text(`${node.val ?? ""} `);
  if (node.type === "Code" && node.val) tree.text(` #{${node.val}} `);
  const named = (node.type === "Tag" || (node.type === "Mixin" && node.attrs)) && node.name;
  if (named) {
    const start = source.offset(node.line, node.column) ?? 0;
    const attributes = [
      ...(node.attrs ?? []).map((attribute) => readAttribute(attribute, source)),
      ...fromArguments(node, start),
    ];
    tree.open({
      tag: node.type === "Mixin" ? `mixin.${named}` : named,
      tagRange: [start, start + named.length],
      attributes,
      start,
      end: start + named.length,
    });
  }
  for (const child of node.nodes ?? []) add(child, tree, source, depth + 1);
  for (const part of [node.block, node.consequent, node.alternate]) add(part, tree, source, depth + 1);
  if (named) tree.closeLast(source.offset(node.line, node.column) ?? 0);
}

/** `+field("email", …)`: what a mixin is called with first is the name it gives. */
function fromArguments({ type, args }: PugNode, start: number): Attribute[] {
  const first = type === "Mixin" ? /^\s*(["'])([\w.[\]-]+)\1/.exec(args ?? "") : null;
  return first ? [{ name: "name", value: first[2]!, range: [start, start], valueRange: [start, start] }] : [];
}

function readAttribute({ name, val, line, column }: PugAttribute, source: SourceText): Attribute {
  const start = source.offset(line, column) ?? 0;
  const range = [start, start + name.length] as const;
  if (typeof val !== "string") return { name, value: null, range, valueRange: range };
  const at = source.text.indexOf(val, start + name.length);
  const valueRange = at < 0 ? range : quoted(source.text, [at, at + val.length]);
  const literal = /^(["'`])((?:(?!\1)[^\\])*)\1$/.exec(val);
  return literal && !(literal[1] === "`" && literal[2]!.includes("${"))
    ? { name, value: literal[2]!, range, valueRange }
    : { name, value: null, expression: val, range, valueRange };
}
