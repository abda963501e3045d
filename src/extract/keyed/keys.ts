import type { TSESTree } from "@typescript-eslint/typescript-estree";
import {
  calleePath,
  constantMember,
  definitionOf,
  keyName,
  knownText,
  stringValue,
  variableOf,
  type Definition,
  type Script,
} from "../estree/index.js";
import type { Range } from "../source-text.js";

/** The name of a cookie or of a storage entry. */
export interface Key {
  /** Unknown parts are `*`, as in the selectors of a data map: `seen_${id}` is `seen_*`. */
  readonly text: string;
  /** Where it is written: the literal, also when a constant of this file brings it here. */
  readonly at: Range;
  /** The constant of another file that holds it. */
  readonly from?: string;
}

const MAX_DEPTH = 6;

/**
 * The keys an expression may stand for. A name that is a parameter of the function around it is taken from the calls of that function in
 * this file: that is how home-made wrappers are seen through.
 */
export function keysOf(node: TSESTree.Node | null | undefined, script: Script, depth = 0): Key[] {
  if (!node || depth > MAX_DEPTH) return [];
  const text = stringValue(node);
  if (text !== null) return keyOf(text, inside(node));
  switch (node.type) {
    case "TemplateLiteral":
    case "BinaryExpression":
      return keyOf(withHoles(node, script), node.type === "TemplateLiteral" ? inside(node) : node.range);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return keysOf(node.expression, script, depth + 1);
    case "ConditionalExpression":
      return [...keysOf(node.consequent, script, depth + 1), ...keysOf(node.alternate, script, depth + 1)];
    case "LogicalExpression": {
      const right = keysOf(node.right, script, depth + 1);
      return node.operator === "&&" || right.length > 0 ? right : keysOf(node.left, script, depth + 1);
    }
    case "CallExpression": {
      // cookieName("sid"), storageKey("token"): what adds a prefix to a name.
      const [only, second] = node.arguments;
      const callee = calleePath(node.callee)?.at(-1) ?? "";
      return only && !second && /(?:name|key|prefix)/i.test(callee) ? keysOf(only, script, depth + 1) : [];
    }
    case "Identifier":
      return ofName(node, script, depth);
    case "MemberExpression":
      return ofMember(node, script, depth);
    default:
      return [];
  }
}

function keyOf(text: string, at: Range): Key[] {
  // What is all holes, or no name at all, says nothing.
  return /\p{L}/u.test(text) && text.length <= 200 && !/[\s;,]/.test(text.trim()) ? [{ text: text.trim(), at }] : [];
}

function inside({ range }: TSESTree.Node): Range {
  return [range[0] + 1, Math.max(range[0] + 1, range[1] - 1)];
}

function withHoles(node: TSESTree.Node, script: Script, depth = 0): string {
  const known = knownText(node, script);
  if (known !== null) return known;
  if (depth > 20) return "*";
  if (node.type === "TemplateLiteral") {
    return node.quasis
      .map(({ value }, index) => {
        const hole = node.expressions[index];
        return (value.cooked ?? "") + (hole ? withHoles(hole, script, depth + 1) : "");
      })
      .join("")
      .replace(/\*{2,}/g, "*");
  }
  if (node.type === "BinaryExpression" && node.operator === "+")
    return (withHoles(node.left, script, depth + 1) + withHoles(node.right, script, depth + 1)).replace(/\*{2,}/g, "*");
  return "*";
}

function ofName(node: TSESTree.Identifier, script: Script, depth: number): Key[] {
  const definition = definitionOf(node, script);
  switch (definition?.kind) {
    case "import":
      return [{ text: node.name, at: node.range, from: node.name }];
    case "variable":
      if (definition.destructured && !definition.fallback) return ofPart(definition, script);
      return keysOf(definition.fallback ?? (definition.destructured ? null : definition.init), script, depth + 1);
    case "parameter": {
      const handed = handedOver(definition.node, definition.name, script, depth);
      return handed.length > 0 ? handed : keysOf(definition.fallback, script, depth + 1);
    }
    default:
      return [];
  }
}

/** `const { CHANNEL } = TABLES.server`: a member of an imported constant, or of one of this file. */
function ofPart({ name, init }: Definition, script: Script): Key[] {
  const { parent } = name;
  const path = init && calleePath(init);
  if (!path || path.includes("()") || parent?.type !== "Property" || parent.parent.type !== "ObjectPattern") return [];
  const member = keyName(parent);
  if (member === null || parent.parent.parent?.type !== "VariableDeclarator") return [];
  if (!script.imports.has(path[0]!)) return [];
  return [{ text: member, at: name.range, from: [...path, member].join(".") }];
}

/** What the calls of a function in this file give for one of its parameters. */
function handedOver(callee: TSESTree.Node, parameter: TSESTree.Identifier, script: Script, depth: number): Key[] {
  if (!("params" in callee)) return [];
  const params = callee.params as readonly TSESTree.Parameter[];
  const index = params.findIndex(({ range }) => range[0] <= parameter.range[0] && parameter.range[1] <= range[1]);
  const inObject = params[index]?.type === "ObjectPattern" ? parameter.name : null;
  return callsOf(callee, script).flatMap(({ arguments: given }) => {
    const argument = given[index];
    if (inObject === null) return keysOf(argument, script, depth + 1);
    if (argument?.type !== "ObjectExpression") return [];
    const property = argument.properties.find(
      (member): member is TSESTree.Property => member.type === "Property" && keyName(member) === inObject,
    );
    return keysOf(property?.value, script, depth + 1);
  });
}

const MOST_CALLS = 200;

function callsOf(callee: TSESTree.Node, script: Script): TSESTree.CallExpression[] {
  const named = nameOfFunction(callee);
  const variable = named && variableOf(named, script);
  return (variable?.references ?? []).slice(0, MOST_CALLS).flatMap(({ identifier }) => {
    const { parent } = identifier as TSESTree.Identifier;
    return parent?.type === "CallExpression" && parent.callee === identifier ? [parent] : [];
  });
}

function nameOfFunction(node: TSESTree.Node): TSESTree.Identifier | null {
  if (node.type === "FunctionDeclaration") return node.id;
  let at = node.parent;
  // const remember = useCallback((key) => …)
  while (at?.type === "CallExpression" || at?.type === "TSAsExpression" || at?.type === "TSSatisfiesExpression")
    at = at.parent;
  return at?.type === "VariableDeclarator" && at.id.type === "Identifier" ? at.id : null;
}

/** `KEYS.token`: of this file's object or enum its text, of an imported one its path. */
function ofMember(node: TSESTree.MemberExpression, script: Script, depth: number): Key[] {
  const value = constantMember(node, script);
  if (value) return keysOf(value, script, depth + 1);
  const path = calleePath(node);
  if (!path || path.length < 2 || path.length > 4 || path.includes("()")) return [];
  const [root] = path;
  if (!script.imports.has(root!)) return [];
  return [{ text: path.at(-1)!, at: node.range, from: path.join(".") }];
}
