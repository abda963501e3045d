import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, knownText, type Script } from "../estree/index.js";
import { readTableCallback } from "../knex/table-builder.js";
import { isUndoing } from "../migrations/direction.js";
import type { Emit } from "../collector.js";

const CREATES = /^(?:createTable|createTableIfNotExists|alterTable|table)$/;
const DROPS = /^(?:dropTable|dropTableIfExists)$/;

export default defineEstreeCollector({
  id: "knex",
  recognises: "tables that the schema builders of Knex, Objection, Bookshelf and Adonis create, alter and drop",
  trigger: /\b(?:createTable|alterTable|dropTable|schema\s*\.\s*table)/,
  visit: (script, emit) => ({
    CallExpression: (node) => collect(node, script, emit),
  }),
});

function collect(node: TSESTree.CallExpression, script: Script, emit: Emit): void {
  const path = calleePath(node.callee);
  const method = path?.at(-1);
  const [first, second] = node.arguments;
  if (!method || !first) return;
  if (DROPS.test(method) && path?.includes("schema")) {
    const table = tableName(first, script);
    if (table && !isUndoing(node)) emit.drop({ table, at: first.range });
    return;
  }
  if (!CREATES.test(method)) return;
  const table = tableName(first, script);
  const built = table && readTableCallback(second, script);
  if (!built || isUndoing(node)) return;
  for (const { column, at } of built.drops) emit.drop({ table, column, at });
  if (built.fields.length === 0) return;
  emit.owner({ source: "knex", name: table, kind: "store", at: first.range, fields: built.fields });
}

/** A name that is built when the code runs is shown by the last word that makes it. */
function tableName(node: TSESTree.Node, script: Script): string | null {
  const known = knownText(node, script);
  if (known !== null) return known.split(".").at(-1)!;
  const path = calleePath(node);
  return path && !path.includes("()") ? path.at(-1)! : null;
}
