import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { meaningOf, unwrap } from "./expressions.js";

/** Names to pick or omit: `{ a: true, b: true }`, `["a", "b"]`, `"a", "b"`. */
export function keysOf(
  node: TSESTree.Node | undefined,
  script: Script,
  all: readonly TSESTree.Node[] = node ? [node] : [],
): readonly string[] {
  const plain = node ? unwrap(node) : null;
  if (plain?.type === "ObjectExpression") return propertiesOf(plain).members.map(({ name }) => name);
  return optionsOf(all, script);
}

/** Texts of the members of an enumeration: an array, arguments, an object of constants, an enum or constant of this file. */
export function optionsOf(nodes: readonly (TSESTree.Node | undefined)[], script: Script, depth = 0): string[] {
  return nodes.flatMap((node) => {
    const plain = node ? unwrap(node) : null;
    switch (plain?.type) {
      case "ArrayExpression":
        return depth > 4
          ? []
          : optionsOf(
              plain.elements.map((one) => one ?? undefined),
              script,
              depth + 1,
            );
      case "SpreadElement":
        return depth > 4 ? [] : optionsOf([plain.argument], script, depth + 1);
      case "ObjectExpression":
        return propertiesOf(plain).members.map(({ name, value }) => stringValue(value) ?? name);
      case "Identifier": {
        const definition = meaningOf(plain, script);
        return definition && depth <= 4 ? definedOptions(definition, script, depth + 1) : [];
      }
      case "CallExpression":
        // `Object.values(Gender)`
        return calleePath(plain.callee)?.join(".") === "Object.values" && depth <= 4
          ? optionsOf([...plain.arguments], script, depth + 1)
          : [];
      default: {
        const text = stringValue(plain);
        return text === null ? [] : [text];
      }
    }
  });
}

function definedOptions(definition: TSESTree.Node, script: Script, depth: number): string[] {
  if (definition.type !== "TSEnumDeclaration") return optionsOf([definition], script, depth);
  return definition.body.members.map(
    ({ id, initializer }) =>
      stringValue(initializer) ?? (id.type === "Identifier" ? id.name : (stringValue(id as TSESTree.Node) ?? "")),
  );
}
