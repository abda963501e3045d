import type { TSESTree } from "@typescript-eslint/typescript-estree";

/** Text of a string literal, a template without holes, or a concatenation of those; null otherwise. Never evaluates anything else. */
export function stringValue(node: TSESTree.Node | null | undefined): string | null {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" ? node.value : null;
    case "TemplateLiteral":
      return node.quasis.length === 1 ? (node.quasis[0]?.value.cooked ?? null) : null;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return stringValue(node.expression);
    case "BinaryExpression": {
      if (node.operator !== "+") return null;
      const left = stringValue(node.left);
      const right = stringValue(node.right);
      return left !== null && right !== null ? left + right : null;
    }
    default:
      return null;
  }
}

/** Value of a numeric literal or of arithmetic over such (`60 * 60 * 24`); null otherwise. */
export function numberValue(node: TSESTree.Node | null | undefined): number | null {
  if (node?.type === "Literal") return typeof node.value === "number" ? node.value : null;
  if (node?.type === "UnaryExpression" && node.operator === "-") {
    const value = numberValue(node.argument);
    return value === null ? null : -value;
  }
  if (node?.type !== "BinaryExpression") return null;
  const left = numberValue(node.left);
  const right = numberValue(node.right);
  if (left === null || right === null) return null;
  switch (node.operator) {
    case "*":
      return left * right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "/":
      return left / right;
    default:
      return null;
  }
}

/** Name of a property, method or member key; null when computed from something else than a string. */
export function keyName(node: { readonly key: TSESTree.Node; readonly computed: boolean }): string | null {
  const { key, computed } = node;
  if (key.type === "Identifier") return computed ? null : key.name;
  if (key.type === "PrivateIdentifier") return null;
  if (key.type === "Literal") return String(key.value);
  return stringValue(key);
}

export interface ObjectMember {
  readonly name: string;
  readonly key: TSESTree.Node;
  readonly value: TSESTree.Node;
  readonly node: TSESTree.Property;
}

/** Members of an object literal that have a known name, and the expressions spread into it. */
export function propertiesOf(node: TSESTree.Node | null | undefined): {
  members: ObjectMember[];
  spreads: TSESTree.Expression[];
} {
  const members: ObjectMember[] = [];
  const spreads: TSESTree.Expression[] = [];
  const object = node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression" ? node.expression : node;
  if (object?.type !== "ObjectExpression") return { members, spreads };
  for (const property of object.properties) {
    if (property.type === "SpreadElement") {
      spreads.push(property.argument);
      continue;
    }
    const name = keyName(property);
    if (name !== null) members.push({ name, key: property.key, value: property.value, node: property });
  }
  return { members, spreads };
}

/** Takes off what does not change the value: type assertions, `await`, `!`. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  let current = node;
  for (;;) {
    if (
      current.type === "TSAsExpression" ||
      current.type === "TSSatisfiesExpression" ||
      current.type === "TSNonNullExpression" ||
      current.type === "TSTypeAssertion" ||
      current.type === "TSInstantiationExpression" ||
      current.type === "ChainExpression"
    )
      current = current.expression;
    else if (current.type === "AwaitExpression") current = current.argument;
    else return current;
  }
}
