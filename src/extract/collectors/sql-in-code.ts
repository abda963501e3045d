import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { defineEstreeCollector } from "../estree/index.js";
import { isUndoing } from "../migrations/direction.js";
import { undoes } from "../sql/direction.js";
import { embeddedText } from "../sql/embedded.js";
import { emitSql } from "../sql/emit.js";
import { readSql } from "../sql/read.js";

const DEFINES = /\b(?:create|alter|drop)\s+(?:\w+\s+){0,3}?table\b/i;

export default defineEstreeCollector({
  id: "sql-in-code",
  recognises: "tables that SQL in strings and templates creates, alters and drops",
  trigger: DEFINES,
  visit: ({ source }, emit) => {
    const read = new Set<TSESTree.Node>();
    const collect = (node: TSESTree.Node): void => {
      if (read.has(node) || undoes(source.file)) return;
      const raw = source.text.slice(...node.range);
      if (!DEFINES.test(raw) || isUndoing(node)) return;
      const { text, start } = embeddedText(node, source.text);
      emitSql(readSql(text), emit, start);
    };
    return {
      BinaryExpression(node) {
        if (node.operator !== "+" || !isText(node)) return;
        collect(node);
        markParts(node, read);
      },
      TemplateLiteral: collect,
      Literal(node) {
        if (typeof node.value === "string") collect(node);
      },
    };
  },
});

/** Whether a concatenation has text in it; a sum of numbers has none. */
function isText(node: TSESTree.BinaryExpression): boolean {
  return [node.left, node.right].some(
    (side) =>
      side.type === "TemplateLiteral" ||
      (side.type === "Literal" && typeof side.value === "string") ||
      (side.type === "BinaryExpression" && isText(side)),
  );
}

function markParts(node: TSESTree.BinaryExpression, read: Set<TSESTree.Node>): void {
  for (const side of [node.left, node.right]) {
    read.add(side);
    if (side.type === "BinaryExpression") markParts(side, read);
  }
}
