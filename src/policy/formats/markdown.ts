import type { Nodes, Parents, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { tidy, type Block } from "./block.js";

/** Blocks of a Markdown document. Tables, which plain Markdown does not know, come as paragraphs whose lines are rows. */
export function readMarkdown(text: string): Block[] {
  return blocksOf(fromMarkdown(text), { item: false, ordinal: null });
}

interface Around {
  readonly item: boolean;
  readonly ordinal: string | null;
}

function blocksOf(parent: Parents, around: Around): Block[] {
  return parent.children.flatMap((node, index) => blocksOfNode(node, { ...around, index }));
}

function blocksOfNode(node: RootContent, around: Around & { readonly index: number }): Block[] {
  if (node.type === "heading" || node.type === "paragraph") return paragraph(node, around);
  if (node.type === "list") {
    return node.children.flatMap((item, index) =>
      blocksOf(item, { item: true, ordinal: node.ordered ? ordinalOf(around, (node.start ?? 1) + index) : null }),
    );
  }
  if (node.type === "blockquote" || node.type === "footnoteDefinition") return blocksOf(node, around);
  if (node.type === "code") return paragraph(node, around);
  return [];
}

function ordinalOf({ ordinal }: Around, number: number): string {
  return ordinal === null ? String(number) : `${ordinal}.${number}`;
}

function paragraph(
  node: Extract<RootContent, { type: "heading" | "paragraph" | "code" }>,
  { item, ordinal, index }: Around & { readonly index: number },
): Block[] {
  const text = tidy(
    textOf(node)
      .replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, "")
      .replaceAll("|", " "),
  );
  if (text === "") return [];
  const line = node.position?.start.line ?? 1;
  return [
    {
      text,
      line,
      endLine: node.position?.end.line ?? line,
      heading: node.type === "heading" ? node.depth : 0,
      bold: "children" in node && node.children.every(isBoldOrBlank),
      item,
      // Only the first paragraph of an item has its number.
      ordinal: index === 0 ? ordinal : null,
    },
  ];
}

function isBoldOrBlank(node: Nodes): boolean {
  return node.type === "strong" || node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

function textOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "html") return "";
  if ("children" in node) return node.children.map(textOf).join("");
  return "value" in node ? node.value : "";
}
