import type { SyntaxNode, Tree } from "@lezer/common";
import { defineSyntax } from "../document.js";
import type { Range } from "../source-text.js";

export const prismaSchema = defineSyntax<PrismaSchema>("prisma");

/** A schema file, or one file of a schema folder. Ranges count from the start of the file. */
export interface PrismaSchema {
  readonly blocks: readonly PrismaBlock[];
}

/** `model User { … }`. `kind` is the word before the name, whatever it is. */
export interface PrismaBlock {
  readonly kind: string;
  readonly name: string;
  readonly nameAt: Range;
  readonly fields: readonly PrismaField[];
  readonly attributes: readonly PrismaAttribute[];
  readonly comment: string | null;
}

/** A field of a model, or a value of an enumeration, which has no type. */
export interface PrismaField {
  readonly name: string;
  readonly nameAt: Range;
  /** Empty when it could not be read. */
  readonly type: string | null;
  readonly list: boolean;
  readonly optional: boolean;
  readonly attributes: readonly PrismaAttribute[];
  readonly comment: string | null;
}

export interface PrismaAttribute {
  /** `map`, `db.Inet`. */
  readonly name: string;
  readonly arguments: readonly PrismaArgument[];
}

/** What of an argument is asked for: a text, or the names it lists. */
export interface PrismaArgument {
  readonly name: string | null;
  readonly text: string | null;
  readonly names: readonly string[];
}

export function readSchema(tree: Tree, text: string): PrismaSchema {
  return { blocks: tree.topNode.getChildren("Block").flatMap((node) => readBlock(node, text)) };
}

function readBlock(node: SyntaxNode, text: string): PrismaBlock[] {
  const [kind, name] = node.getChildren("Name");
  if (!kind || !name) return [];
  return [
    {
      kind: textOf(kind, text),
      name: textOf(name, text),
      nameAt: [name.from, name.to],
      fields: node.getChildren("Field").flatMap((field) => readField(field, text)),
      attributes: node.getChildren("BlockAttribute").map((attribute) => readAttribute(attribute, text)),
      comment: commentAbove(text, node.from),
    },
  ];
}

function readField(node: SyntaxNode, text: string): PrismaField[] {
  const name = node.getChild("Name");
  if (!name) return [];
  const type = node.getChild("Type");
  const path = type?.getChildren("Name").map((part) => textOf(part, text)) ?? [];
  return [
    {
      name: textOf(name, text),
      nameAt: [name.from, name.to],
      type: type ? path.join(".") : null,
      list: Boolean(type?.getChild("ListMark")),
      optional: Boolean(type?.getChild("OptionalMark")),
      attributes: node.getChildren("Attribute").map((attribute) => readAttribute(attribute, text)),
      comment: commentBehind(text, node.to) ?? commentAbove(text, node.from),
    },
  ];
}

function readAttribute(node: SyntaxNode, text: string): PrismaAttribute {
  const list = node.getChild("Arguments");
  return {
    name: node
      .getChildren("Name")
      .map((part) => textOf(part, text))
      .join("."),
    arguments: list ? childrenOf(list).flatMap((argument) => readArgument(argument, text)) : [],
  };
}

function readArgument(node: SyntaxNode, text: string): PrismaArgument[] {
  if (node.name === "Named") {
    const [name, value] = [node.firstChild, node.lastChild];
    if (!name || !value) return [];
    return [{ name: textOf(name, text), ...readValue(value, text) }];
  }
  return ["String", "List", "Call"].includes(node.name) ? [{ name: null, ...readValue(node, text) }] : [];
}

function readValue(node: SyntaxNode, text: string): Omit<PrismaArgument, "name"> {
  if (node.name === "String") return { text: textOf(node, text).slice(1, -1), names: [] };
  if (node.name === "Call") return { text: null, names: node.getChildren("Name").map((name) => textOf(name, text)) };
  if (node.name !== "List") return { text: null, names: [] };
  const names = node.getChildren("Call").flatMap((call) => call.getChildren("Name").slice(-1));
  return { text: null, names: names.map((name) => textOf(name, text)) };
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}

function commentBehind(text: string, offset: number): string | null {
  const end = text.indexOf("\n", offset);
  const rest = text.slice(offset, end < 0 ? text.length : end).trim();
  return rest.startsWith("//") ? cleanComment(rest) || null : null;
}

/** The comment lines that stand right above the line of an offset. */
function commentAbove(text: string, offset: number): string | null {
  const lines: string[] = [];
  let end = text.lastIndexOf("\n", offset - 1);
  while (end > 0) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (!line.startsWith("//")) break;
    lines.unshift(cleanComment(line));
    end = start - 1;
  }
  return lines.filter(Boolean).join(" ") || null;
}

/** An annotation in a comment is read on its own. */
function cleanComment(line: string): string {
  return line
    .replace(/^\/+/, "")
    .replace(/@personalData\b.*/, "")
    .trim();
}
