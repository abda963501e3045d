import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Document } from "../document.js";
import { nodesOf, type Script } from "../estree/index.js";
import type { Range, SourceText } from "../source-text.js";
import { markup, type Attribute, type Element, type Markup } from "./element.js";
import { fieldOfSpread, nameFromExpression, wordsFromExpression } from "./jsx-values.js";

/** The markup within a script, made when a collector first asks for it. */
export function jsxDocument(source: SourceText, script: Script): Document<Markup> {
  let made: Markup | null = null;
  return {
    syntax: markup,
    source,
    get root() {
      return (made ??= readJsx(script));
    },
  };
}

interface JsxElement extends Element {
  readonly children: JsxElement[];
  text: string;
}

function readJsx(script: Script): Markup {
  const roots: Element[] = [];
  const made = new Map<TSESTree.Node, JsxElement>();
  for (const node of nodesOf(script.ast)) {
    if (node.type !== "JSXElement") continue;
    const parent = enclosing(node, made);
    const element: JsxElement = {
      tag: script.source.text.slice(...node.openingElement.name.range),
      tagRange: node.openingElement.name.range,
      attributes: node.openingElement.attributes.map((attribute) => readAttribute(attribute, script)),
      range: node.range,
      text: ownText(node),
      children: [],
      parent,
      scope: parent?.scope ?? componentOf(node),
    };
    made.set(node, element);
    (parent ? parent.children : roots).push(element);
  }
  return { flavour: "jsx", roots };
}

/** The nearest element around a node, also when it stands in a callback or a property of it. */
function enclosing(node: TSESTree.Node, made: ReadonlyMap<TSESTree.Node, JsxElement>): JsxElement | null {
  for (let at = node.parent; at; at = at.parent) {
    const element = made.get(at);
    if (element) return element;
  }
  return null;
}

function ownText(node: TSESTree.JSXElement): string {
  return node.children
    .map((child) => {
      if (child.type === "JSXText") return child.value;
      return child.type === "JSXExpressionContainer" ? (wordsFromExpression(child.expression) ?? "") : "";
    })
    .join(" ");
}

/** Attributes whose expression is a name rather than words. */
const NAMES = /^(?:name|id|field|fieldName|path|dataIndex|htmlFor|for|formControlName|type|autoComplete|autocomplete)$/;

function readAttribute(node: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute, script: Script): Attribute {
  const { text } = script.source;
  if (node.type === "JSXSpreadAttribute") {
    const field = fieldOfSpread(node.argument, script);
    const expression = text.slice(...node.argument.range);
    return {
      name: "...",
      value: field?.text ?? null,
      expression,
      range: node.range,
      valueRange: field?.at ?? node.range,
    };
  }
  const name = text.slice(...node.name.range);
  const { value, range } = node;
  if (!value) return { name, value: null, range, valueRange: range };
  if (value.type === "Literal") return { name, value: String(value.value), range, valueRange: inner(value.range) };
  if (value.type !== "JSXExpressionContainer" || value.expression.type === "JSXEmptyExpression")
    return {
      name,
      value: wordsFromExpression(value),
      expression: text.slice(...value.range),
      range,
      valueRange: range,
    };
  const expression = text.slice(...value.expression.range);
  if (!NAMES.test(name)) {
    const words = wordsFromExpression(value.expression);
    return { name, value: words, expression, range, valueRange: value.expression.range };
  }
  const known = nameFromExpression(value.expression, script);
  return { name, value: known?.text ?? null, expression, range, valueRange: known?.at ?? value.expression.range };
}

function inner([start, end]: Range): Range {
  return [start + 1, Math.max(start + 1, end - 1)];
}

/** The component or class a node stands in: the nearest with a capital name, else the nearest with any. */
export function componentOf(node: TSESTree.Node): string | null {
  let nearest: string | null = null;
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    const name = nameOfScope(at);
    if (!name) continue;
    if (/^[A-Z]/.test(name)) return name;
    nearest ??= name;
  }
  return nearest;
}

function nameOfScope(node: TSESTree.Node): string | null {
  switch (node.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id?.name ?? null;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return (node.type === "FunctionExpression" && node.id?.name) || nameOfFunction(node);
    default:
      return null;
  }
}

/** The name a function is assigned to, also through `memo`, `forwardRef` and the like. */
function nameOfFunction(node: TSESTree.Node): string | null {
  let at = node.parent;
  while (at && (at.type === "CallExpression" || at.type === "TSAsExpression" || at.type === "TSSatisfiesExpression"))
    at = at.parent;
  if (at?.type === "VariableDeclarator" && at.id.type === "Identifier") return at.id.name;
  if (at?.type === "AssignmentExpression" && at.left.type === "Identifier") return at.left.name;
  return null;
}
