import { defineEstreeCollector } from "../estree/index.js";
import { tablesInChain, tablesJoined } from "../joins/joined.js";

export default defineEstreeCollector({
  id: "joins",
  recognises: "tables that a statement or a query builder brings together",
  trigger: /join/i,
  visit(_script, emit) {
    return {
      Literal(node) {
        const owners = typeof node.value === "string" ? tablesJoined(node.value) : [];
        if (owners.length > 1) emit.practice({ kind: "join", owners }, node.range);
      },
      TemplateLiteral(node) {
        const owners = tablesJoined(node.quasis.map(({ value }) => value.cooked ?? "").join(" ? "));
        if (owners.length > 1) emit.practice({ kind: "join", owners }, node.range);
      },
      CallExpression(node) {
        const owners = tablesInChain(node);
        if (owners.length > 1) emit.practice({ kind: "join", owners }, node.callee.range);
      },
    };
  },
});
