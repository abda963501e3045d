import type { ProblemFact } from "../../model/index.js";
import { TreeBuilder } from "./builder.js";
import { elementsOf, type Attribute, type Element } from "./element.js";
import { readHtml } from "./html.js";
import { quoted } from "./quotes.js";

/** The parts of the parser's nodes that are read here. */
interface AngularSpan {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}
interface AngularNode {
  readonly name?: string;
  readonly value?: string;
  readonly attrs?: readonly AngularAttribute[];
  readonly children?: readonly AngularNode[];
  readonly sourceSpan: AngularSpan;
  /** Present on blocks (`@if (…) {`) only. */
  readonly parameters?: unknown;
}
interface AngularAttribute {
  readonly name: string;
  readonly value: string;
  readonly sourceSpan: AngularSpan;
  readonly valueSpan?: AngularSpan | undefined;
}

export interface AngularTemplate {
  readonly roots: readonly Element[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}

/** Reads an Angular template that stands at `offset` of its file. Complaints of the parser are problems; its tree is used all the same. */
export async function readAngular(text: string, offset = 0, scope: string | null = null): Promise<AngularTemplate> {
  const { parse } = await import("angular-html-parser");
  const { rootNodes, errors } = parse(text, {
    canSelfClose: true,
    isTagNameCaseSensitive: true,
    tokenizeAngularBlocks: true,
    tokenizeAngularLetDeclaration: true,
  });
  const tree = new TreeBuilder();
  addAll(rootNodes as unknown as readonly AngularNode[], tree, { text, offset, scope });
  const problems = errors.map(({ msg, span }) => ({
    message: msg.split("\n")[0]!,
    offset: offset + span.start.offset,
  }));
  if (problems.length === 0 || offset > 0) return { roots: tree.roots, problems };
  // A block that never ends takes all after it along: what plain HTML shows beyond that is used.
  const { roots } = await readHtml(text);
  return { roots: countOf(roots) > countOf(tree.roots) ? roots : tree.roots, problems };
}

function countOf(roots: readonly Element[]): number {
  return [...elementsOf({ roots })].length;
}

interface Where {
  readonly text: string;
  readonly offset: number;
  readonly scope: string | null;
}

function addAll(nodes: readonly AngularNode[], tree: TreeBuilder, where: Where): void {
  for (const node of nodes) {
    const start = where.offset + node.sourceSpan.start.offset;
    const end = where.offset + node.sourceSpan.end.offset;
    if (node.attrs && node.name !== undefined && node.parameters === undefined) {
      // Namespaced names come as `:svg:path`.
      const tag = node.name.replace(/^:\w+:/, "");
      tree.open({
        tag,
        tagRange: [start + 1, start + 1 + tag.length],
        attributes: node.attrs.map((attribute) => readAttribute(attribute, where)),
        start,
        end,
        scope: where.scope,
      });
      addAll(node.children ?? [], tree, where);
      tree.closeLast(end);
    } else if (node.children) addAll(node.children, tree, where);
    else if (typeof node.value === "string") tree.text(node.value);
  }
}

/** Bindings, events and structural directives hold expressions; so does an interpolated value. */
function readAttribute({ name, value, sourceSpan, valueSpan }: AngularAttribute, { text, offset }: Where): Attribute {
  const range = [offset + sourceSpan.start.offset, offset + sourceSpan.end.offset] as const;
  if (!valueSpan) return { name, value: null, range, valueRange: range };
  const [start, end] = quoted(text, [valueSpan.start.offset, valueSpan.end.offset]);
  const valueRange = [offset + start, offset + end] as const;
  if (/^[[(*]/.test(name) || value.includes("{{")) return { name, value: null, expression: value, range, valueRange };
  return { name, value, range, valueRange };
}

export function problemsAt(
  problems: AngularTemplate["problems"],
  position: (offset: number) => { line: number; column: number },
): ProblemFact[] {
  return problems.map(({ message, offset }) => ({ message, ...position(offset), fatal: false }));
}
