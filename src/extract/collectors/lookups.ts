import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { defineEstreeCollector, keyName, propertiesOf } from "../estree/index.js";

const DEEPEST = 5;

export default defineEstreeCollector({
  id: "lookups",
  recognises: "fields by which records are looked up, ordered or grouped",
  trigger: /\b(?:where|orderBy|groupBy|distinct|order|sort)\b/,
  visit(_script, emit) {
    const names = new Set<string>();
    let at: readonly [number, number] | null = null;
    return {
      Property(node) {
        if (!/^(?:where|orderBy|groupBy|distinct|order|sort|cursor|having|by)$/.test(keyName(node) ?? "")) return;
        const before = names.size;
        collect(node.value, names, 0);
        if (names.size > before) at ??= node.key.range;
      },
      "Program:exit"() {
        if (at) emit.practice({ kind: "lookup", names: [...names].sort() }, at);
      },
    };
  },
});

function collect(node: TSESTree.Node, names: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  if (node.type === "Literal" && typeof node.value === "string") names.add(node.value);
  if (node.type === "ArrayExpression") for (const one of node.elements) if (one) collect(one, names, depth + 1);
  if (node.type === "ConditionalExpression")
    for (const one of [node.consequent, node.alternate]) collect(one, names, depth + 1);
  for (const { name, value } of propertiesOf(node).members) {
    names.add(name);
    collect(value, names, depth + 1);
  }
}
