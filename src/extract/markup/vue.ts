import type { AttributeNode, DirectiveNode, ElementNode, TemplateChildNode } from "@vue/compiler-dom";
import type { ProblemFact } from "../../model/index.js";
import { TreeBuilder } from "./builder.js";
import type { Attribute, Element } from "./element.js";
import type { CodeBlock } from "./scripts.js";
import { quoted } from "./quotes.js";

// Numbers of the compiler's node types, which it exports as a `const enum`.
const ELEMENT = 1;
const TEXT = 2;
const INTERPOLATION = 5;
const ATTRIBUTE = 6;

export interface SingleFile {
  readonly roots: readonly Element[];
  readonly scripts: readonly CodeBlock[];
  readonly problems: readonly ProblemFact[];
  /** A template written in another language than HTML, with where it stands. */
  readonly foreign: { readonly language: string; readonly range: readonly [number, number] } | null;
}

/** Reads a Vue component file: its template as a tree, its scripts by their place. Mistakes are problems; the rest is read. */
export async function readVue(text: string): Promise<SingleFile> {
  const { parse } = await import("@vue/compiler-dom");
  const problems: ProblemFact[] = [];
  const root = parse(text, {
    parseMode: "sfc",
    comments: false,
    onError: ({ message, loc }) =>
      problems.push({ message, line: loc?.start.line ?? 1, column: loc?.start.column ?? 1, fatal: false }),
  });
  const blocks = root.children.filter((child): child is ElementNode => child.type === ELEMENT);
  const template = blocks.find(({ tag }) => tag === "template");
  const language = template ? (attributeNamed(template, "lang") ?? "html") : "html";
  const tree = new TreeBuilder();
  if (template && language === "html") addAll(template.children, tree, text);
  return {
    roots: tree.roots,
    scripts: blocks.filter(({ tag }) => tag === "script").map(scriptOf),
    problems,
    foreign: template && language !== "html" ? { language, range: innerRange(template) } : null,
  };
}

function scriptOf(block: ElementNode): CodeBlock {
  const attributes = block.props
    .filter((prop): prop is AttributeNode => prop.type === ATTRIBUTE)
    .map(({ name, value }) => ({ name, value: value?.content ?? null }));
  return { attributes, range: innerRange(block) };
}

function attributeNamed(block: ElementNode, wanted: string): string | null {
  const found = block.props.find((prop) => prop.type === ATTRIBUTE && prop.name === wanted);
  return (found as AttributeNode | undefined)?.value?.content ?? null;
}

function innerRange({ innerLoc, loc }: ElementNode): [number, number] {
  return innerLoc ? [innerLoc.start.offset, innerLoc.end.offset] : [loc.end.offset, loc.end.offset];
}

function addAll(children: readonly TemplateChildNode[], tree: TreeBuilder, text: string): void {
  for (const child of children) {
    if (child.type === TEXT) tree.text(child.content);
    else if (child.type === INTERPOLATION) tree.text(text.slice(child.loc.start.offset, child.loc.end.offset));
    else if (child.type === ELEMENT) {
      const { tag, loc, props } = child;
      const start = loc.start.offset;
      tree.open({
        tag,
        tagRange: [start + 1, start + 1 + tag.length],
        attributes: props.map((prop) => attributeOf(prop, text)),
        start,
        end: loc.end.offset,
      });
      addAll(child.children, tree, text);
      tree.closeLast(loc.end.offset);
    }
  }
}

function attributeOf(prop: AttributeNode | DirectiveNode, text: string): Attribute {
  const range = [prop.loc.start.offset, prop.loc.end.offset] as const;
  if (prop.type === ATTRIBUTE) {
    const valueRange = prop.value ? quoted(text, [prop.value.loc.start.offset, prop.value.loc.end.offset]) : range;
    return { name: prop.name, value: prop.value?.content ?? null, range, valueRange };
  }
  const name = prop.rawName ?? prop.name;
  const { exp } = prop;
  if (!exp) return { name, value: null, range, valueRange: range };
  const valueRange = [exp.loc.start.offset, exp.loc.end.offset] as const;
  return { name, value: null, expression: text.slice(...valueRange), range, valueRange };
}
