import type { TSESTree } from "@typescript-eslint/typescript-estree";

export interface ChainCall {
  readonly name: string;
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  readonly node: TSESTree.CallExpression;
}

/** `root.a(x).b().c` taken apart: `varchar("email").notNull()` has no root and the calls `varchar`, `notNull`. */
export interface Chain {
  /** Names before the first call: `["t"]` of `t.string("email")`, `["model"]` of `model.text()`; empty when a bare function starts it. */
  readonly root: readonly string[];
  /** The node the root stands for. */
  readonly head: TSESTree.Node;
  readonly calls: readonly ChainCall[];
}

const LONGEST = 200;

/** Null when the expression is no chain of calls that begins with a name. */
export function chainOf(node: TSESTree.Node): Chain | null {
  const calls: ChainCall[] = [];
  let at: TSESTree.Node = unwrapped(node);
  for (let hops = 0; hops < LONGEST && at.type === "CallExpression"; hops++) {
    const callee: TSESTree.Node = unwrapped(at.callee);
    if (callee.type === "Identifier") {
      calls.unshift({ name: callee.name, arguments: at.arguments, node: at });
      return { root: [], head: callee, calls };
    }
    if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return null;
    calls.unshift({ name: callee.property.name, arguments: at.arguments, node: at });
    at = unwrapped(callee.object);
  }
  const root = pathOf(at);
  return root && calls.length > 0 ? { root, head: at, calls } : null;
}

function pathOf(node: TSESTree.Node): string[] | null {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "ThisExpression":
      return ["this"];
    case "MemberExpression": {
      const object = !node.computed && node.property.type === "Identifier" ? pathOf(unwrapped(node.object)) : null;
      return object && [...object, (node.property as TSESTree.Identifier).name];
    }
    default:
      return null;
  }
}

function unwrapped(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (
    at.type === "TSAsExpression" ||
    at.type === "TSNonNullExpression" ||
    at.type === "TSSatisfiesExpression" ||
    at.type === "ChainExpression" ||
    at.type === "AwaitExpression"
  )
    at = at.type === "AwaitExpression" ? at.argument : at.expression;
  return at;
}

/** Whether a call is the last of its chain: nothing is called on what it gives. */
export function endsChain(node: TSESTree.CallExpression): boolean {
  const { parent } = node;
  return !(parent.type === "MemberExpression" && parent.object === node && parent.parent.type === "CallExpression");
}

export function findCall(chain: Chain, ...names: readonly string[]): ChainCall | undefined {
  return chain.calls.find(({ name }) => names.includes(name));
}
