import type { Scope, Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Script } from "./script.js";
import { stringValue } from "./values.js";

/** Where a name of this file gets its value. */
export interface Definition {
  /** The identifier that declares it. */
  readonly name: TSESTree.Identifier;
  /** Right side of its declaration; for a destructured name, of the whole pattern. */
  readonly init: TSESTree.Node | null;
  readonly destructured: boolean;
  /** Value it has where none is given: `"sid"` of `{ name = "sid" } = options`. */
  readonly fallback: TSESTree.Node | null;
  /** The declaring function, class, import, parameter's function or declarator. */
  readonly node: TSESTree.Node;
  readonly kind: "variable" | "parameter" | "function" | "class" | "import" | "other";
}

/** The variable an identifier names where it stands. Needs parents, which every node has while collectors run. */
export function variableOf(node: TSESTree.Identifier, script: Script): Variable | null {
  const manager = script.scopes();
  let scope: Scope | null = null;
  for (let at: TSESTree.Node | undefined = node; at && !scope; at = at.parent) scope = manager.acquire(at, true);
  for (; scope; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable) return variable;
  }
  return null;
}

/** The one definition of a name; null when it has none here, or several. */
export function definitionOf(node: TSESTree.Identifier, script: Script): Definition | null {
  const variable = variableOf(node, script);
  const [definition, second] = variable?.defs ?? [];
  if (!definition || second || definition.name.type !== "Identifier") return null;
  const { name, node: declaring } = definition;
  const common = { name, node: declaring as TSESTree.Node };
  switch (definition.type) {
    case "Variable": {
      const { id, init } = declaring as TSESTree.VariableDeclarator;
      return { ...common, kind: "variable", init, destructured: id !== name, fallback: fallbackOf(name) };
    }
    case "Parameter":
      return { ...common, kind: "parameter", init: null, destructured: false, fallback: fallbackOf(name) };
    case "FunctionName":
      return { ...common, kind: "function", init: null, destructured: false, fallback: null };
    case "ClassName":
      return { ...common, kind: "class", init: null, destructured: false, fallback: null };
    case "ImportBinding":
      return { ...common, kind: "import", init: null, destructured: false, fallback: null };
    default:
      return { ...common, kind: "other", init: null, destructured: false, fallback: null };
  }
}

function fallbackOf(name: TSESTree.Identifier): TSESTree.Node | null {
  return name.parent?.type === "AssignmentPattern" && name.parent.left === name ? name.parent.right : null;
}

/**
 * The text an expression has wherever it runs: a literal, or a name or member of this file's constants that hold one
 * (`KEY`, `KEYS.token`, `Keys.Token`, `this.key` of a class with such a property). Null when unknown.
 */
export function knownText(node: TSESTree.Node | null | undefined, script: Script, depth = 0): string | null {
  const literal = stringValue(node);
  if (literal !== null || !node || depth > 6) return literal;
  switch (node.type) {
    case "Identifier": {
      const definition = definitionOf(node, script);
      const source = definition?.fallback ?? (definition?.destructured ? null : definition?.init);
      return source ? knownText(source, script, depth + 1) : null;
    }
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return knownText(node.expression, script, depth + 1);
    case "LogicalExpression":
      return node.operator === "&&"
        ? knownText(node.right, script, depth + 1)
        : (knownText(node.left, script, depth + 1) ?? knownText(node.right, script, depth + 1));
    case "ConditionalExpression":
      return knownText(node.consequent, script, depth + 1) ?? knownText(node.alternate, script, depth + 1);
    case "TemplateLiteral":
      return templateText(node, script, depth);
    case "BinaryExpression": {
      if (node.operator !== "+") return null;
      const left = knownText(node.left, script, depth + 1);
      const right = knownText(node.right, script, depth + 1);
      return left !== null && right !== null ? left + right : null;
    }
    case "MemberExpression":
      return memberText(node, script, depth);
    default:
      return null;
  }
}

function templateText(node: TSESTree.TemplateLiteral, script: Script, depth: number): string | null {
  let text = "";
  for (const [index, { value }] of node.quasis.entries()) {
    text += value.cooked ?? "";
    const hole = node.expressions[index];
    if (!hole) continue;
    const known = knownText(hole, script, depth + 1);
    if (known === null) return null;
    text += known;
  }
  return text;
}

function memberText(node: TSESTree.MemberExpression, script: Script, depth: number): string | null {
  const value = constantMember(node, script);
  return value ? knownText(value, script, depth + 1) : null;
}

/** The value that a member of a constant object, enum or class of this file was declared with. */
export function constantMember(node: TSESTree.MemberExpression, script: Script): TSESTree.Node | null {
  const wanted = node.computed
    ? stringValue(node.property)
    : node.property.type === "Identifier" || node.property.type === "PrivateIdentifier"
      ? node.property.name
      : null;
  if (wanted === null) return null;
  const holder = holderOf(node.object, script);
  return holder && memberOf(holder, wanted);
}

/** The object literal, enum or class behind an expression. */
function holderOf(node: TSESTree.Node, script: Script, depth = 0): TSESTree.Node | null {
  if (depth > 4) return null;
  switch (node.type) {
    case "ObjectExpression":
      return node;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return holderOf(node.expression, script, depth + 1);
    case "CallExpression":
      return node.callee.type === "MemberExpression" &&
        node.callee.property.type === "Identifier" &&
        node.callee.property.name === "freeze" &&
        node.arguments[0]
        ? holderOf(node.arguments[0], script, depth + 1)
        : null;
    case "ThisExpression": {
      let at: TSESTree.Node | undefined = node.parent;
      while (at && at.type !== "ClassBody") at = at.parent;
      return at ?? null;
    }
    case "MemberExpression": {
      const outer = holderOf(node.object, script, depth + 1);
      const value =
        outer && !node.computed && node.property.type === "Identifier" ? memberOf(outer, node.property.name) : null;
      return value ? holderOf(value, script, depth + 1) : null;
    }
    case "Identifier": {
      const variable = variableOf(node, script);
      const declaring = variable?.defs[0]?.node;
      if (declaring?.type === "TSEnumDeclaration") return declaring.body;
      if (declaring?.type === "ClassDeclaration") return declaring.body;
      return declaring?.type === "VariableDeclarator" && declaring.init
        ? holderOf(declaring.init, script, depth + 1)
        : null;
    }
    default:
      return null;
  }
}

function memberOf(holder: TSESTree.Node, wanted: string): TSESTree.Node | null {
  if (holder.type === "ObjectExpression") {
    for (const property of holder.properties) {
      if (property.type === "Property" && named(property.key, wanted)) return property.value;
    }
  } else if (holder.type === "TSEnumBody") {
    for (const member of holder.members) if (named(member.id, wanted)) return member.initializer ?? null;
  } else if (holder.type === "ClassBody") {
    for (const member of holder.body) {
      if (member.type === "PropertyDefinition" && named(member.key, wanted)) return member.value;
    }
  }
  return null;
}

function named(key: TSESTree.Node, wanted: string): boolean {
  if (key.type === "Identifier" || key.type === "PrivateIdentifier") return key.name === wanted;
  return key.type === "Literal" && key.value === wanted;
}

/** The outermost function, method or class member that holds a node; null at the top level. What it reads twice is one collection point. */
export function unitOf(node: TSESTree.Node): TSESTree.Node | null {
  let unit: TSESTree.Node | null = null;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if (
      at.type === "FunctionDeclaration" ||
      at.type === "FunctionExpression" ||
      at.type === "ArrowFunctionExpression" ||
      at.type === "PropertyDefinition"
    )
      unit = at;
    else if (at.type === "ClassBody") return unit;
  }
  return unit;
}
