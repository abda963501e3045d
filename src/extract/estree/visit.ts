import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Collector, Emit } from "../collector.js";
import { estree, type Script } from "./script.js";
import { nodesOf } from "./nodes.js";

/** Handlers by node type, called in document order as the tree is entered. Parents are set on every node before the first call. */
export type Visitor = {
  readonly [Type in TSESTree.Node["type"]]?: (node: Extract<TSESTree.Node, { type: Type }>) => void;
} & {
  /** Called once the whole tree has been seen. */
  readonly "Program:exit"?: () => void;
};

export interface EstreeCollector extends Collector<Script> {
  readonly visit: (script: Script, emit: Emit) => Visitor;
}

/** A collector over scripts. All that want a file share one walk of its tree. */
export function defineEstreeCollector(collector: Omit<EstreeCollector, "reads" | "collect">): EstreeCollector {
  return {
    ...collector,
    reads: estree,
    collect: ({ root }, emit) => visitTogether(root, [collector.visit(root, emit)]),
  };
}

export function isEstreeCollector<Any extends object>(
  collector: Any,
): collector is Any & Pick<EstreeCollector, "visit"> {
  return "visit" in collector;
}

/** One walk for many visitors. */
export function visitTogether(script: Script, visitors: readonly Visitor[]): void {
  const handlers = new Map<string, ((node: TSESTree.Node) => void)[]>();
  for (const visitor of visitors) {
    for (const [type, handler] of Object.entries(visitor)) {
      if (type === "Program:exit") continue;
      const list = handlers.get(type) ?? [];
      list.push(handler as (node: TSESTree.Node) => void);
      handlers.set(type, list);
    }
  }
  for (const node of nodesOf(script.ast)) {
    for (const handler of handlers.get(node.type) ?? []) handler(node);
  }
  for (const visitor of visitors) visitor["Program:exit"]?.();
}
