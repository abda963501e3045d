import type { TSESTree } from "@typescript-eslint/typescript-estree";
import {
  calleePath,
  definitionOf,
  keyName,
  propertiesOf,
  stringValue,
  variableOf,
  type Script,
} from "../estree/index.js";

/** Values of an object literal by key; empty for anything else. */
export function membersOf(node: TSESTree.Node | null | undefined): ReadonlyMap<string, TSESTree.Node> {
  return new Map(propertiesOf(node).members.map(({ name, value }) => [name, value]));
}

/** The expression behind a name of this file, through `as`, `satisfies`, `Object.freeze` and constants. */
export function resolved(node: TSESTree.Node | null | undefined, script: Script, depth = 0): TSESTree.Node | null {
  if (!node || depth > 6) return node ?? null;
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return resolved(node.expression, script, depth + 1);
    case "CallExpression":
      return calleePath(node.callee)?.join(".") === "Object.freeze"
        ? resolved(node.arguments[0], script, depth + 1)
        : node;
    case "Identifier": {
      const definition = definitionOf(node, script);
      if (!definition || definition.destructured) return node;
      if (definition.kind === "other" && definition.node.type === "TSEnumDeclaration") return definition.node;
      return definition.kind === "variable" && definition.init ? resolved(definition.init, script, depth + 1) : node;
    }
    default:
      return node;
  }
}

/** Members of an enumeration, however it is written: a list, an enum, an object of constants, `Object.values()` of those. */
export function optionsIn(node: TSESTree.Node | null | undefined, script: Script, depth = 0): string[] {
  const value = resolved(node, script);
  if (!value || depth > 4) return [];
  switch (value.type) {
    case "ArrayExpression":
      return value.elements.flatMap((element) => {
        if (element?.type === "SpreadElement") return optionsIn(element.argument, script, depth + 1);
        const text = stringValue(element);
        return text === null ? [] : [text];
      });
    case "TSEnumDeclaration":
      return value.body.members.map(({ id, initializer }) => stringValue(initializer) ?? enumKey(id));
    case "ObjectExpression": {
      const { members } = propertiesOf(value);
      const values = members.find(({ name }) => name === "values");
      if (values) return optionsIn(values.value, script, depth + 1);
      return members.flatMap(({ value: one }) => stringValue(one) ?? []);
    }
    case "CallExpression": {
      const path = calleePath(value.callee)?.join(".") ?? "";
      return /^(?:Object\.(?:values|keys)|Array\.from)$/.test(path)
        ? optionsIn(value.arguments[0], script, depth + 1)
        : [];
    }
    default:
      return [];
  }
}

function enumKey(id: TSESTree.TSEnumMember["id"]): string {
  return id.type === "Identifier" ? id.name : id.type === "Literal" ? String(id.value) : "";
}

/**
 * The record an argument names: `User`, `"User"`, `() => User`, `(type) => [User]`, `function () { return User }`, `forwardRef(() => User)`.
 * Null when it names none.
 */
export function namedRecord(node: TSESTree.Node | null | undefined): { name: string; list: boolean } | null {
  switch (node?.type) {
    case "Identifier":
      return { name: node.name, list: false };
    case "MemberExpression": {
      const path = calleePath(node);
      return path && { name: path.at(-1) === "name" ? path.slice(0, -1).join(".") : path.join("."), list: false };
    }
    case "Literal":
      return typeof node.value === "string" ? { name: node.value, list: false } : null;
    case "ArrowFunctionExpression":
      return node.body.type === "BlockStatement" ? returned(node.body) : namedRecord(node.body);
    case "FunctionExpression":
      return returned(node.body);
    case "ArrayExpression": {
      const inner = namedRecord(node.elements[0]);
      return inner && { ...inner, list: true };
    }
    case "CallExpression": {
      if (node.callee.type !== "Identifier" || node.arguments.length === 0) return null;
      const inner = namedRecord(node.arguments[0]);
      // `require("./users")` gives what the file is called after.
      return inner && node.callee.name === "require"
        ? { ...inner, name: inner.name.replace(/^.*\/|\.[cm]?[jt]s$/g, "") }
        : inner;
    }
    case "TSAsExpression":
      return namedRecord(node.expression);
    default:
      return null;
  }
}

function returned(body: TSESTree.BlockStatement): { name: string; list: boolean } | null {
  const statement = body.body.find((one) => one.type === "ReturnStatement");
  return namedRecord(statement?.argument);
}

/** The key of an object literal's property under which a node stands; null elsewhere. */
export function keyOver(node: TSESTree.Node): string | null {
  return node.parent?.type === "Property" && node.parent.value === node ? keyName(node.parent) : null;
}

/** Whether the value of a name is spread into another in this file, and is thus read as part of that. */
export function isSpreadHere(name: TSESTree.Identifier, script: Script): boolean {
  const references = variableOf(name, script)?.references ?? [];
  return references.some(({ identifier: { parent } }) => {
    const spread = parent?.type === "CallExpression" ? parent.parent : parent;
    return spread?.type === "SpreadElement";
  });
}
