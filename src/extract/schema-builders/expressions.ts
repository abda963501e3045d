import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { unwrap, variableOf, type Script } from "../estree/index.js";

export { unwrap } from "../estree/index.js";

export function elements(node: TSESTree.Node | undefined): TSESTree.Node[] {
  const plain = node ? unwrap(node) : null;
  return plain?.type === "ArrayExpression" ? plain.elements.filter((element) => element !== null) : [];
}

/** The value a function of one expression gives back. */
export function returned(node: TSESTree.Node): TSESTree.Node | null {
  const { body } = node as TSESTree.ArrowFunctionExpression;
  if (body.type !== "BlockStatement") return body;
  const last = body.body.at(-1);
  return last?.type === "ReturnStatement" ? last.argument : null;
}

/** What a name of this file stands for: the value of a variable, or the function, class or enum declared so; null for parameters and imports. */
export function meaningOf(node: TSESTree.Identifier, script: Script): TSESTree.Node | null {
  // A type may bear the name of the value it is inferred from.
  const values = variableOf(node, script)?.defs.filter(
    ({ node: { type } }) => !/^TS(?:TypeAlias|Interface)/.test(type),
  );
  const [definition, second] = values ?? [];
  if (!definition || second) return null;
  const declaring = definition.node as TSESTree.Node;
  if (declaring.type === "VariableDeclarator") return declaring.id === definition.name ? declaring.init : null;
  return /^(?:Function|Class|TSEnum)Declaration$/.test(declaring.type) ? declaring : null;
}
