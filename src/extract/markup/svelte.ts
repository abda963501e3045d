import type { AST } from "svelte/compiler";
import type { ProblemFact } from "../../model/index.js";
import type { Range } from "../source-text.js";
import { TreeBuilder } from "./builder.js";
import type { Attribute, Element } from "./element.js";
import { readHtml } from "./html.js";
import { quoted } from "./quotes.js";
import type { CodeBlock } from "./scripts.js";
import { tidy } from "./tidy.js";

export interface SvelteFile {
  readonly roots: readonly Element[];
  readonly scripts: readonly CodeBlock[];
  readonly problems: readonly ProblemFact[];
}

/** Reads a Svelte component. What the compiler rejects is read as plain HTML, so that a mistake in one place hides nothing elsewhere. */
export async function readSvelte(text: string): Promise<SvelteFile> {
  const { parse } = await import("svelte/compiler");
  let root: AST.Root;
  try {
    root = parse(text, { modern: true });
  } catch (error) {
    const { roots, scripts } = await readHtml(text);
    return { roots: roots.map(withoutBlocks), scripts, problems: [describe(error)] };
  }
  const tree = new TreeBuilder();
  addFragment(root.fragment, tree, text);
  const scripts = [root.module, root.instance]
    .filter((script) => script !== null && script !== undefined)
    .map((script) => blockOf(script, text));
  return { roots: tree.roots, scripts, problems: [] };
}

function describe(error: unknown): ProblemFact {
  const { message, start } = error as { message?: string; start?: { line: number; column: number } };
  const [first = "cannot be read"] = (message ?? "").split("\n");
  return { message: first, line: start?.line ?? 1, column: (start?.column ?? 0) + 1, fatal: false };
}

function blockOf(script: AST.Script, text: string): CodeBlock {
  const { start, end } = script.content as unknown as { start: number; end: number };
  return {
    attributes: script.attributes.map((attribute) => {
      const { name, value } = readAttribute(attribute, text);
      return { name, value };
    }),
    range: [start, end],
  };
}

/** Fragments within blocks (`{#if}`, `{#each}`, `{#await}`, `{#snippet}`) are taken as they stand. */
const FRAGMENTS = ["fragment", "consequent", "alternate", "body", "fallback", "pending", "then", "catch"] as const;

function addFragment(fragment: AST.Fragment, tree: TreeBuilder, text: string): void {
  for (const node of fragment.nodes) {
    if (node.type === "Text") tree.text(node.data);
    else if (node.type === "ExpressionTag") tree.text(text.slice(node.start, node.end));
    else if (isElement(node)) {
      const { name, start, end, attributes } = node;
      tree.open({
        tag: name,
        tagRange: [start + 1, start + 1 + name.length],
        attributes: attributes.map((attribute) => readAttribute(attribute, text)),
        start,
        end,
      });
      addFragment(node.fragment, tree, text);
      tree.closeLast(end);
    } else {
      for (const key of FRAGMENTS) {
        const inner = (node as unknown as Record<string, unknown>)[key] as AST.Fragment | null | undefined;
        if (inner?.type === "Fragment") addFragment(inner, tree, text);
      }
    }
  }
}

function isElement(node: AST.Fragment["nodes"][number]): node is AST.RegularElement | AST.Component {
  return "attributes" in node && "name" in node && "fragment" in node;
}

type AnyAttribute = AST.RegularElement["attributes"][number] | AST.Script["attributes"][number];

/** Written before the name of a directive: `bind:value`, `on:click`. */
const PREFIX: Readonly<Record<string, string>> = {
  BindDirective: "bind:",
  OnDirective: "on:",
  ClassDirective: "class:",
  StyleDirective: "style:",
  LetDirective: "let:",
  UseDirective: "use:",
};

function readAttribute(node: AnyAttribute, text: string): Attribute {
  const range: Range = [node.start, node.end];
  if (node.type === "SpreadAttribute") {
    const inner = offsetsOf(node.expression);
    return { name: "...", value: null, expression: text.slice(...inner), range, valueRange: inner };
  }
  const name = "name" in node ? (PREFIX[node.type] ?? "") + node.name : "";
  if (node.type !== "Attribute") {
    const expression = "expression" in node && node.expression ? offsetsOf(node.expression) : null;
    // `bind:email` stands for `bind:email={email}`.
    if (!expression || !text.slice(...range).includes("=")) return { name, value: null, range, valueRange: range };
    return { name, value: null, expression: text.slice(...expression), range, valueRange: expression };
  }
  return readValue(name, node, range, text);
}

function readValue(name: string, { value }: AST.Attribute, range: Range, text: string): Attribute {
  if (value === true) return { name, value: null, range, valueRange: range };
  const parts = Array.isArray(value) ? value : [value];
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const whole: Range = quoted(text, [first.start, last.end]);
  if (parts.every((part) => part.type === "Text"))
    return { name, value: parts.map((part) => ("data" in part ? part.data : "")).join(""), range, valueRange: whole };
  const [only] = parts;
  if (parts.length === 1 && only?.type === "ExpressionTag") {
    const inner = offsetsOf(only.expression);
    return { name, value: null, expression: text.slice(...inner), range, valueRange: inner };
  }
  // `email-{index}`: what is written of it is known.
  const known = parts.map((part) => (part.type === "Text" ? part.data : "\0")).join("");
  const expression = "`" + parts.map((part) => (part.type === "Text" ? part.data : "${}")).join("") + "`";
  return { name, value: tidy(known), expression, range, valueRange: whole };
}

function offsetsOf(node: unknown): Range {
  const { start, end } = node as { start: number; end: number };
  return [start, end];
}

/** In the fallback, `{expression}` values come as text. */
function withoutBlocks(element: Element): Element {
  const attributes = element.attributes.map((attribute) => {
    const match = /^\{([\s\S]*)\}$/.exec(attribute.value ?? "");
    return match ? { ...attribute, value: null, expression: match[1]! } : attribute;
  });
  return Object.assign(element, { attributes, children: element.children.map(withoutBlocks) });
}
