import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { visitorKeys } from "@typescript-eslint/visitor-keys";
import { calleePath, definitionOf, type Script } from "../estree/index.js";

/** An expression with more names than this decides on something else. */
const MOST_NAMES = 60;

/**
 * Names and texts in an expression, with those in the values its names were declared with. What comes from the environment is left out: it says how
 * the program is deployed, nothing of the person before it.
 */
export function namesIn(node: TSESTree.Node, script: Script): string[] {
  const found: string[] = [];
  collect(node, script, found, true);
  return found;
}

function collect(start: TSESTree.Node, script: Script, found: string[], expand: boolean): void {
  const open: TSESTree.Node[] = [start];
  for (let node = open.pop(); node && found.length < MOST_NAMES; node = open.pop()) {
    if (isEnvironment(node)) continue;
    if (node.type === "Identifier") {
      found.push(node.name);
      const init = expand ? definitionOf(node, script)?.init : null;
      if (init && !isCode(init)) collect(init, script, found, false);
    } else if (node.type === "JSXIdentifier") found.push(node.name);
    else if (node.type === "Literal" && typeof node.value === "string") found.push(node.value);
    else if (node.type === "TemplateElement") found.push(node.value.raw);
    if (isCode(node) && node !== start) continue;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) open.push(one);
    }
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function isCode({ type }: TSESTree.Node): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "ClassExpression";
}

/** `process.env.KEY`, `import.meta.env.KEY`, `env.KEY`. */
function isEnvironment(node: TSESTree.Node): boolean {
  if (node.type !== "MemberExpression") return false;
  const path = calleePath(node);
  if (path) return path[0] === "env" || (path[0] === "process" && path[1] === "env");
  return node.object.type === "MetaProperty" || (node.object.type === "MemberExpression" && isEnvironment(node.object));
}
