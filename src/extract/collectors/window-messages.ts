import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, stringValue, unwrap, variableOf, type Script } from "../estree/index.js";
import { functionName, isFunction, type FunctionNode } from "../naming/index.js";
import { Follower, type Part, type Read } from "../requests/index.js";

export default defineEstreeCollector({
  id: "window-messages",
  recognises: "what pages take from messages of other windows: properties read from the data of a `message` event",
  trigger: [/["'`]message["'`]|\bonmessage\b/, /\baddEventListener|\bonmessage\b|\buseEventListener/],
  visit(script, emit) {
    const read = new Set<FunctionNode>();
    // A view of an editor hears its own extension alone.
    if (script.source.text.includes("acquireVsCodeApi")) return {};
    const listen = (listener: TSESTree.Node | undefined): void => {
      const handler = listener && functionBehind(listener, script);
      if (!handler || read.has(handler)) return;
      read.add(handler);
      const fields = readsOf(handler, script);
      const at = handler.id?.range ?? ([handler.range[0], handler.body?.range[0] ?? handler.range[1]] as const);
      const name = functionName(handler, script);
      if (fields.length > 0) emit.owner({ source: "message", name, kind: "input", at, fields });
    };
    return {
      CallExpression(node) {
        const path = calleePath(node.callee)?.join(".") ?? "";
        if (!/^(?:(?:window|globalThis)\.)?addEventListener$|^useEventListener$/.test(path)) return;
        const [first, second, third] = node.arguments;
        // Some hooks are handed the window first.
        if (stringValue(first) === "message") listen(second);
        else if (path === "useEventListener" && stringValue(second) === "message") listen(third);
      },
      AssignmentExpression({ left, right }) {
        if (left.type !== "MemberExpression") return;
        if (calleePath(left)?.join(".") === "window.onmessage") listen(right);
      },
    };
  },
});

function functionBehind(node: TSESTree.Node, script: Script): FunctionNode | null {
  const plain = unwrap(node);
  if (isFunction(plain)) return plain;
  if (plain.type !== "Identifier") return null;
  const declaring = variableOf(plain, script)?.defs[0]?.node as TSESTree.Node | undefined;
  if (declaring?.type === "FunctionDeclaration") return declaring;
  const init = declaring?.type === "VariableDeclarator" ? declaring.init : null;
  if (init && isFunction(init)) return init;
  // `const onMessage = useCallback((event) => { … }, [])`
  const [wrapped] = init?.type === "CallExpression" ? init.arguments : [];
  return wrapped && isFunction(wrapped) ? wrapped : null;
}

/** Properties read from the data of the event, each where it is first named. */
function readsOf(handler: FunctionNode, script: Script): FieldDraft[] {
  const [parameter] = handler.params;
  const reads: Read[] = [];
  const follower = new Follower(script, (one) => reads.push(one));
  const part: Part = { kind: "body", handler };
  if (parameter?.type === "ObjectPattern") followData(parameter, follower, part);
  for (const node of parameter?.type === "Identifier" ? usesOf(parameter, script) : []) {
    const { parent } = node;
    if (parent?.type === "MemberExpression" && parent.object === node && isData(parent.property))
      follower.expression(parent, part);
    else if (parent?.type === "VariableDeclarator" && parent.id.type === "ObjectPattern")
      followData(parent.id, follower, part);
  }
  const fields = new Map<string, FieldDraft>();
  for (const { path, at } of reads.sort((a, b) => a.at[0] - b.at[0])) {
    const name = path.join(".");
    if (!fields.has(name)) fields.set(name, { name, at, type: "unknown", hints: { readFrom: "message.data" } });
  }
  return [...fields.values()];
}

/** `({ data }) =>`, `const { data } = event`. */
function followData(pattern: TSESTree.ObjectPattern, follower: Follower, part: Part): void {
  for (const property of pattern.properties)
    if (property.type === "Property" && isData(property.key)) follower.pattern(property.value, part, [], 0);
}

function usesOf(parameter: TSESTree.Identifier, script: Script): TSESTree.Node[] {
  const references = variableOf(parameter, script)?.references ?? [];
  return references.map(({ identifier }) => identifier as TSESTree.Node);
}

function isData(node: TSESTree.Node): boolean {
  return node.type === "Identifier" && node.name === "data";
}
