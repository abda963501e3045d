import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { keyName } from "../estree/index.js";

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression"
  );
}

/** Name by which other code calls a function: its own, its variable's, or `Class.method`. */
export function functionName(node: FunctionNode): string | null {
  if (node.type === "FunctionDeclaration")
    return node.id?.name ?? (node.parent.type === "ExportDefaultDeclaration" ? "default" : null);
  const { parent } = node;
  if (parent.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : null;
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") {
    const name = keyName(parent);
    const owner = parent.parent.parent;
    return name !== null && owner.id ? `${owner.id.name}.${name}` : null;
  }
  return null;
}

/** What a function gives back: the expressions it returns. */
export function returnsOf(node: FunctionNode): TSESTree.Expression[] {
  if (node.body && node.body.type !== "BlockStatement") return [node.body];
  const found: TSESTree.Expression[] = [];
  const open: TSESTree.Statement[] = node.body ? [...node.body.body] : [];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.type === "ReturnStatement" && at.argument) found.push(at.argument);
    else open.push(...inner(at));
  }
  return found.reverse();
}

function inner(node: TSESTree.Statement): TSESTree.Statement[] {
  switch (node.type) {
    case "BlockStatement":
      return node.body;
    case "IfStatement":
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      return [node.body];
    case "TryStatement":
      return [node.block, ...(node.handler ? [node.handler.body] : []), ...(node.finalizer ? [node.finalizer] : [])];
    case "SwitchStatement":
      return node.cases.flatMap(({ consequent }) => consequent);
    default:
      return [];
  }
}

/** The class body around a node, seen from where `this` is its instance. */
export function classAround(node: TSESTree.Node): TSESTree.ClassBody | null {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ClassBody") at = at.parent;
  return at ?? null;
}

export interface ClassMember {
  readonly type: TSESTree.TypeNode | null;
  readonly value: TSESTree.Expression | null;
  readonly decorators: readonly TSESTree.Decorator[];
}

/** How a member of a class is declared: as property or as parameter of the constructor. */
export function classMember(body: TSESTree.ClassBody, name: string): ClassMember | null {
  for (const member of body.body) {
    if (member.type === "PropertyDefinition" && memberName(member) === name)
      return {
        type: member.typeAnnotation?.typeAnnotation ?? null,
        value: member.value ?? assignedIn(body, name),
        decorators: member.decorators,
      };
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== "TSParameterProperty") continue;
      const id = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
      if (id.type === "Identifier" && id.name === name)
        return { type: id.typeAnnotation?.typeAnnotation ?? null, value: null, decorators: parameter.decorators };
    }
  }
  const value = assignedIn(body, name);
  return value ? { type: null, value, decorators: [] } : null;
}

function memberName(member: TSESTree.PropertyDefinition): string | null {
  return member.key.type === "PrivateIdentifier" ? `#${member.key.name}` : keyName(member);
}

/** `this.name = value` in the constructor. */
function assignedIn(body: TSESTree.ClassBody, name: string): TSESTree.Expression | null {
  for (const member of body.body) {
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const statement of member.value.body?.body ?? []) {
      if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") continue;
      const { left, right } = statement.expression;
      if (left.type === "MemberExpression" && left.object.type === "ThisExpression" && propertyName(left) === name)
        return right;
    }
  }
  return null;
}

/** Name of the member that an expression takes; null when it is computed. */
export function propertyName({ property, computed }: TSESTree.MemberExpression): string | null {
  if (property.type === "PrivateIdentifier") return `#${property.name}`;
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : null;
}
