import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { chainFields, objectGiven } from "../chains/fields.js";
import type { Emit } from "../collector.js";
import { calleePath, commentBefore, defineEstreeCollector, importOf, knownText, type Script } from "../estree/index.js";
import { drizzleColumn, isDrizzle } from "../drizzle/columns.js";
import { ownerNameOf } from "../naming/index.js";
import { isSpreadHere } from "../stores/members.js";

const TABLE = /^(?:pg|mysql|sqlite|singlestore|gel|cockroach|mssql|snake)(?:Table|View|MaterializedView)$/;

export default defineEstreeCollector({
  id: "drizzle",
  recognises: "Drizzle tables, also those of schemas and of a project's own table functions",
  trigger: /drizzle-orm/,
  visit: (script, emit) => ({
    CallExpression: (node) => collect(node, script, emit),
    VariableDeclarator: (node) => collectShared(node, script, emit),
  }),
});

/** `export const timestamps = { createdAt: timestamp("created_at") }`: columns for tables to spread. */
function collectShared({ id, init }: TSESTree.VariableDeclarator, script: Script, emit: Emit): void {
  if (id.type !== "Identifier" || !init || isSpreadHere(id, script)) return;
  const given = objectGiven(init);
  if (given?.type !== "ObjectExpression") return;
  const { fields, bases, others } = chainFields(given, script, drizzleColumn(null));
  if (fields.length === 0 || others > 0) return;
  emit.owner({ source: "drizzle", name: id.name, kind: "store", at: id.range, fields, bases });
}

/** `pgTable("users", { … })`, `schema.table("users", { … })`, `createTable("users", (t) => ({ … }))`. */
function collect(node: TSESTree.CallExpression, script: Script, emit: Emit): void {
  const [first, second] = node.arguments;
  if (!first || !second) return;
  const imported = importOf(node.callee, script.imports);
  const method = imported?.imported ?? calleePath(node.callee)?.at(-1) ?? "";
  const named = TABLE.test(method) && (!imported || isDrizzle(imported.module));
  if (!named && isDrizzle(imported?.module)) return;
  const given = objectGiven(second);
  if (given?.type !== "ObjectExpression" && given?.type !== "Identifier") return;
  const callback = second.type === "ArrowFunctionExpression" || second.type === "FunctionExpression" ? second : null;
  const [parameter] = callback?.params ?? [];
  const builder = parameter?.type === "Identifier" ? parameter.name : null;
  const read = chainFields(given, script, drizzleColumn(builder));
  // A function of the project's own makes a table when what it is given are columns.
  if (read.fields.length === 0 || (!named && read.recognised <= read.others)) return;
  const table = knownText(first, script);
  if (table === null && !named) return;
  const { name, binding } = ownerNameOf(node, script);
  const comment = commentBefore(script, statementOf(node).range[0]);
  emit.owner({
    source: "drizzle",
    name,
    kind: "store",
    at: first.range,
    fields: read.fields,
    bases: read.bases,
    ...(table && { table }),
    ...(binding && { binding }),
    ...(comment && { comment }),
  });
}

function statementOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && at.parent.type !== "Program" && !/Statement$/.test(at.parent.type)) at = at.parent;
  return at;
}
