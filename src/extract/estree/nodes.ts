import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { visitorKeys } from "@typescript-eslint/visitor-keys";

const known = new WeakMap<TSESTree.Program, readonly TSESTree.Node[]>();

/**
 * Every node of a tree in document order, with `parent` set on each. Made once per tree, without recursion: code nested a hundred thousand
 * levels deep is still a list.
 */
export function nodesOf(ast: TSESTree.Program): readonly TSESTree.Node[] {
  let nodes = known.get(ast);
  if (!nodes) known.set(ast, (nodes = flatten(ast)));
  return nodes;
}

/** Sets `parent` on every node, once. */
export function setParents(ast: TSESTree.Program): void {
  nodesOf(ast);
}

function flatten(ast: TSESTree.Program): TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [];
  const open: TSESTree.Node[] = [ast];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    const keys = visitorKeys[node.type] ?? [];
    // Pushed last to first, so that the first child comes off the stack first.
    for (let index = keys.length - 1; index >= 0; index--) {
      const child = (node as unknown as Record<string, unknown>)[keys[index]!];
      if (Array.isArray(child)) for (let at = child.length - 1; at >= 0; at--) push(child[at], node, open);
      else push(child, node, open);
    }
  }
  return nodes;
}

function push(child: unknown, parent: TSESTree.Node, open: TSESTree.Node[]): void {
  if (typeof child !== "object" || child === null || !("type" in child)) return;
  (child as unknown as { parent: TSESTree.Node }).parent = parent;
  open.push(child as TSESTree.Node);
}
