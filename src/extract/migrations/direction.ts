import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName } from "../estree/index.js";

const UNDOES = /^(?:down|undo|revert|rollback)$/i;

/** Whether code stands in the half of a migration that undoes it: what it creates and drops says nothing of today. */
export function isUndoing(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    switch (at.type) {
      case "FunctionDeclaration":
        if (at.id && UNDOES.test(at.id.name)) return true;
        break;
      case "MethodDefinition":
      case "Property":
      case "PropertyDefinition":
        if (UNDOES.test(keyName(at) ?? "")) return true;
        break;
      case "VariableDeclarator":
        if (at.id.type === "Identifier" && UNDOES.test(at.id.name)) return true;
        break;
      case "AssignmentExpression":
        if (at.left.type === "MemberExpression" && UNDOES.test(calleePath(at.left)?.at(-1) ?? "")) return true;
        break;
    }
  }
  return false;
}
