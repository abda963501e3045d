import type { SyntaxNode, Tree } from "@lezer/common";
import { defineSyntax } from "../document.js";
import type { Range } from "../source-text.js";

export interface ProtoField {
  readonly name: string;
  readonly at: Range;
  /** As written: `string`, `.acme.Address`. Null for a group, whose fields are its own. */
  readonly type: string;
  readonly repeated: boolean;
  readonly comment: string | null;
  /** Formats that its options demand (protovalidate): `email`, `uuid`. */
  readonly formats: readonly string[];
}

export interface ProtoMessage {
  /** With the messages around it: `Person.Address`. */
  readonly name: string;
  readonly at: Range;
  readonly fields: readonly ProtoField[];
  readonly comment: string | null;
}

export interface ProtoSchema {
  readonly messages: readonly ProtoMessage[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** Types that calls are sent with. */
  readonly requests: readonly string[];
}

export const protobufSchema = defineSyntax<ProtoSchema>("protobuf");

/** Messages, enums and calls of a parsed file. */
export function readProtobuf(tree: Tree, text: string): ProtoSchema {
  const messages: ProtoMessage[] = [];
  const enums = new Map<string, readonly string[]>();
  const requests: string[] = [];
  const read = (node: SyntaxNode, around: string): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "Message") {
        const name = around + nameOf(child, text);
        messages.push(messageOf(child, name, text));
        read(child, `${name}.`);
      } else if (child.name === "Enum") {
        enums.set(
          nameOf(child, text),
          child.getChildren("EnumValue").map((value) => nameOf(value, text)),
        );
      } else if (child.name === "Service") {
        for (const rpc of child.getChildren("Rpc")) {
          const request = rpc.getChild("Path");
          if (request) requests.push(lastPart(slice(request, text)));
        }
      } else if (child.name === "Extend") read(child, around);
    }
  };
  read(tree.topNode, "");
  return { messages, enums, requests };
}

/** Fields of the message itself; those of a choice (`oneof`) and of a group count among them. */
function messageOf(node: SyntaxNode, name: string, text: string): ProtoMessage {
  const fields: ProtoField[] = [];
  const read = (holder: SyntaxNode): void => {
    for (let child = holder.firstChild; child; child = child.nextSibling) {
      if (child.name === "Field") fields.push(fieldOf(child, text));
      else if (child.name === "MapField") fields.push(mapField(child, text));
      else if (child.name === "OneOf" || child.name === "Group") read(child);
    }
  };
  read(node);
  const title = node.getChild("Name");
  return {
    name,
    at: title ? [title.from, title.to] : [node.from, node.to],
    fields,
    comment: commentAt(node, text),
  };
}

function fieldOf(node: SyntaxNode, text: string): ProtoField {
  const label = node.getChild("Label");
  return {
    ...named(node, text),
    type: typeOf(node.getChild("Path"), text),
    repeated: label !== null && slice(label, text) === "repeated",
  };
}

function mapField(node: SyntaxNode, text: string): ProtoField {
  const type = typeOf(node.getChildren("Path")[1] ?? null, text);
  return { ...named(node, text), type: SCALARS.has(type) ? "map" : type, repeated: true };
}

const SCALARS = new Set(
  "double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes".split(" "),
);

function named(node: SyntaxNode, text: string): Pick<ProtoField, "name" | "at" | "comment" | "formats"> {
  const name = node.getChild("Name");
  return {
    name: name ? slice(name, text) : "",
    at: name ? [name.from, name.to] : [node.from, node.to],
    comment: commentAt(node, text),
    formats: formatsOf(node.getChild("Options"), text),
  };
}

function formatsOf(options: SyntaxNode | null, text: string): string[] {
  if (!options) return [];
  return [...slice(options, text).matchAll(/\b(email|uuid|ipv?[46]?|uri|hostname)\s*[:=]\s*true\b/g)].map(
    (match) => match[1]!,
  );
}

function typeOf(node: SyntaxNode | null, text: string): string {
  return node ? slice(node, text).replaceAll(/\s/g, "") : "";
}

function nameOf(node: SyntaxNode, text: string): string {
  const name = node.getChild("Name");
  return name ? slice(name, text) : "";
}

function slice({ from, to }: SyntaxNode, text: string): string {
  return text.slice(from, to);
}

export function lastPart(path: string): string {
  return path.replaceAll(/\s/g, "").split(".").pop()!;
}

/** The comment that ends right above a declaration, or stands behind it on its line. */
function commentAt(node: SyntaxNode, text: string): string | null {
  const lines: string[] = [];
  for (let before = node.prevSibling; before?.name.endsWith("Comment"); before = before.prevSibling) {
    const between = text.slice(before.to, node.from);
    if (/\n\s*\n/.test(between)) break;
    const lineStart = text.lastIndexOf("\n", before.from - 1) + 1;
    if (text.slice(lineStart, before.from).trim() !== "") break;
    lines.unshift(clean(slice(before, text)));
  }
  const after = node.nextSibling;
  if (lines.length === 0 && after?.name.endsWith("Comment") && !text.slice(node.to, after.from).includes("\n"))
    lines.push(clean(slice(after, text)));
  return lines.length > 0 ? lines.join("\n").trim() : null;
}

function clean(comment: string): string {
  return comment
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*(?:\/\/+|\/\*+|\*)?\s?/, "").trimEnd())
    .join("\n")
    .trim();
}
