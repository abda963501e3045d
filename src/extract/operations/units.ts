import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName } from "../estree/index.js";

/** Deeper nesting has no names worth telling. */
const MAX_SEGMENTS = 12;

/**
 * Name of the function that a node stands in, by which other code could mean it: `purge`, `UserService.remove`, `users.remove` of an object,
 * `createUsers.remove` within a function. Functions without a name count to the one around them; the module itself has the empty name.
 */
export function unitName(node: TSESTree.Node): string {
  const segments: string[] = [];
  let crossed = false;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    crossed ||= isFunctionLike(at) || at.type === "PropertyDefinition" || at.type === "StaticBlock";
    const segment = crossed ? segmentOf(at) : null;
    if (segment !== null) segments.unshift(segment);
    if (at.type === "ExportDefaultDeclaration" && segments.length === 0 && crossed) segments.unshift("default");
  }
  return segments.slice(0, MAX_SEGMENTS).join(".");
}

export function isFunctionLike(node: TSESTree.Node): boolean {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

/** What a node adds to the names of the functions in it. */
function segmentOf(node: TSESTree.Node): string | null {
  switch (node.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id?.name ?? null;
    case "VariableDeclarator":
      return node.id.type === "Identifier" ? node.id.name : null;
    case "Property":
      return node.parent.type === "ObjectExpression" ? keyName(node) : null;
    case "MethodDefinition":
    case "PropertyDefinition":
      return node.key.type === "PrivateIdentifier" ? `#${node.key.name}` : keyName(node);
    case "AssignmentExpression":
      return assignedName(node.left);
    default:
      return null;
  }
}

/** `exports.remove = …`, `module.exports.remove = …`, `Users.prototype.remove = …`, `Users.remove = …`; `module.exports = …` has no name. */
function assignedName(left: TSESTree.Node): string | null {
  const path = calleePath(left)?.filter((part) => !["exports", "module", "prototype", "this"].includes(part)) ?? [];
  return path.length === 0 || path.includes("()") ? null : path.join(".");
}
