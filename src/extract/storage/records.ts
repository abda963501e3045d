import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, definitionOf, propertiesOf, valueTypeOf, variableOf, type Script } from "../estree/index.js";

const MOST_REFERENCES = 200;

/**
 * Fields of a record that is stored as JSON: of an object literal, or of a variable that is filled with such
 * (`history.push({ path, time })`, `state.token = …`). Each name once, where it is written first.
 */
export function fieldsOfStored(value: TSESTree.Node | undefined, script: Script): FieldDraft[] {
  const stored = value && serialised(value);
  if (!stored) return [];
  const fields = new Map<string, FieldDraft>();
  for (const object of objectsBehind(stored, script, 0)) {
    for (const { name, key } of propertiesOf(object).members) {
      if (!fields.has(name)) fields.set(name, { name, at: key.range });
    }
  }
  return [...fields.values()].sort((a, b) => a.at[0] - b.at[0]);
}

/** Name of the declared type of what is stored as a whole: `setItem("cart", JSON.stringify(cart))` of a `cart: Cart`. */
export function recordStored(value: TSESTree.Node | undefined, script: Script): string | null {
  const stored = value && (value.type === "CallExpression" ? serialised(value) : value);
  if (stored?.type === "TSAsExpression" || stored?.type === "TSSatisfiesExpression")
    return valueTypeOf(stored.typeAnnotation).target ?? null;
  if (stored?.type !== "Identifier") return null;
  const definition = definitionOf(stored, script);
  const annotation = definition && !definition.destructured ? definition.name.typeAnnotation : undefined;
  return valueTypeOf(annotation?.typeAnnotation).target ?? null;
}

/** What goes into `JSON.stringify(…)`; an object may also be handed over as it is. */
function serialised(node: TSESTree.Node): TSESTree.Node | null {
  if (node.type === "CallExpression") {
    const path = calleePath(node.callee);
    return path?.at(-1) === "stringify" ? (node.arguments[0] ?? null) : null;
  }
  return node.type === "ObjectExpression" ? node : null;
}

function objectsBehind(node: TSESTree.Node, script: Script, depth: number): TSESTree.Node[] {
  if (depth > 3) return [];
  switch (node.type) {
    case "ObjectExpression":
      return [node];
    case "ArrayExpression":
      return node.elements.flatMap((element) =>
        element && element.type !== "SpreadElement" ? objectsBehind(element, script, depth + 1) : [],
      );
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return objectsBehind(node.expression, script, depth);
    case "Identifier": {
      const definition = definitionOf(node, script);
      if (definition?.kind !== "variable") return [];
      const first =
        definition.init && !definition.destructured ? objectsBehind(definition.init, script, depth + 1) : [];
      return [...first, ...filledIn(node, script, depth)];
    }
    default:
      return [];
  }
}

/** Objects pushed into a list, or put in place of the variable. */
function filledIn(node: TSESTree.Identifier, script: Script, depth: number): TSESTree.Node[] {
  const references = variableOf(node, script)?.references ?? [];
  return references.slice(0, MOST_REFERENCES).flatMap(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    if (parent?.type === "AssignmentExpression" && parent.left === identifier) {
      return objectsBehind(parent.right, script, depth + 2);
    }
    if (parent?.type !== "MemberExpression" || parent.object !== identifier) return [];
    const call = parent.parent;
    const method = parent.property.type === "Identifier" ? parent.property.name : "";
    return call.type === "CallExpression" && call.callee === parent && /^(?:push|unshift)$/.test(method)
      ? call.arguments.flatMap((argument) => objectsBehind(argument, script, depth + 2))
      : [];
  });
}
