import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { type Script } from "../estree/index.js";
import { namesIn } from "./names-in.js";

/** Names in what decides, at one level of the tree, whether `node` runs once `parent` does. */
export function conditionsAt(node: TSESTree.Node, parent: TSESTree.Node, script: Script): string[] {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return parent.test === node ? [] : namesIn(parent.test, script);
    case "LogicalExpression":
      return parent.right === node ? namesIn(parent.left, script) : [];
    case "SwitchCase":
      return parent.test === node || !parent.test
        ? []
        : [...namesIn(parent.parent.discriminant, script), ...namesIn(parent.test, script)];
    case "BlockStatement":
    case "Program":
      return leftEarly(parent.body, node, script);
    default:
      return [];
  }
}

/** Conditions of `if (…) return;` that stand before a statement. */
function leftEarly(statements: readonly TSESTree.Node[], node: TSESTree.Node, script: Script): string[] {
  const before = statements.slice(0, statements.indexOf(node));
  return before.flatMap((statement) =>
    statement.type === "IfStatement" && leaves(statement.consequent) ? namesIn(statement.test, script) : [],
  );
}

function leaves(statement: TSESTree.Statement): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}
