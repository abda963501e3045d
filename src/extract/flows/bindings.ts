import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { keyName } from "../estree/index.js";
import type { Range } from "../source-text.js";

/** Where in a pattern a name stands: `["body", "email"]` in `{ body: { email } }`. */
export interface PatternPath {
  readonly path: readonly string[];
  /** The innermost key. */
  readonly at: Range | null;
  /** For `...rest`: the names taken out before. */
  readonly omit?: readonly string[];
  /** The whole pattern. */
  readonly root: TSESTree.Node;
}

export function patternPath(name: TSESTree.Node): PatternPath | null {
  const path: string[] = [];
  let at: Range | null = null;
  let omit: string[] | undefined;
  let node = name;
  for (;;) {
    const parent: TSESTree.Node | undefined = node.parent;
    if (parent?.type === "AssignmentPattern" && parent.left === node) node = parent;
    else if (parent?.type === "Property" && parent.parent.type === "ObjectPattern") {
      const key = keyName(parent);
      if (key === null) return null;
      path.unshift(key);
      at ??= parent.key.range;
      node = parent.parent;
    } else if (parent?.type === "ArrayPattern") {
      path.unshift(`[${parent.elements.indexOf(node as TSESTree.DestructuringPattern)}]`);
      node = parent;
    } else if (parent?.type === "RestElement" && parent.parent.type === "ObjectPattern") {
      omit = parent.parent.properties.flatMap((one) => (one.type === "Property" ? (keyName(one) ?? []) : []));
      node = parent.parent;
    } else if (parent?.type === "RestElement") node = parent;
    else return { path, at, root: node, ...(omit && { omit }) };
  }
}

/** The annotation of a pattern or name. */
export function annotationOf(node: TSESTree.Node): TSESTree.TypeNode | null {
  const target = node.type === "AssignmentPattern" ? node.left : node;
  return "typeAnnotation" in target && target.typeAnnotation?.type === "TSTypeAnnotation"
    ? target.typeAnnotation.typeAnnotation
    : null;
}
