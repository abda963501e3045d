import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit } from "../collector.js";
import { commentBefore, defineEstreeCollector, propertiesOf, type Script } from "../estree/index.js";
import { EstreeTree } from "../json-schema/index.js";
import { ownerNameOf } from "../naming/index.js";
import { isContentType } from "../strapi/content-type.js";
import { readTable, type ReadTable } from "../schema-object/columns.js";
import { resolved } from "../stores/members.js";
import { waterlineModel } from "../waterline/model.js";

const TYPE =
  /\btype["']?\s*:\s*["'`](?:string|text|int|integer|bigint|varchar|increments|uuid|number|json|datetime|timestamp|boolean)/i;
const COLUMN =
  /\b(?:primary|primaryKey|unique|references|maxlength|notNull|notNullable|autoIncrement|autoincrement|auto_increment|defaultTo|columnType)["']?\s*:/;

/** Members that make it a schema of messages. */
const NOT_DATABASE = /^(?:type|\$\w+|properties|definitions|paths|components)$/;

export default defineEstreeCollector({
  id: "schema",
  recognises: "database schemas written as object literals: tables of columns with types",
  trigger: [TYPE, COLUMN],
  visit: (script, emit) => {
    return {
      ObjectExpression(node) {
        if (isDeclared(node)) collect(node, script, emit);
      },
    };
  },
});

/** Whether the literal is kept or exported as it stands. What is handed to a function is that library's affair. */
function isDeclared(node: TSESTree.ObjectExpression): boolean {
  let at: TSESTree.Node = node;
  while (at.parent && /^TS(?:As|Satisfies)Expression$/.test(at.parent.type)) at = at.parent;
  const { parent } = at;
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.init === at;
    case "AssignmentExpression":
      return parent.right === at;
    case "PropertyDefinition":
      return parent.value === at;
    default:
      return parent?.type === "ExportDefaultDeclaration";
  }
}

function collect(node: TSESTree.ObjectExpression, script: Script, emit: Emit): void {
  const own = readTable(node, script);
  if (isTable(own) && own.told > 0) {
    const { name, binding } = ownerNameOf(node, script);
    emit.owner({
      source: "schema",
      name,
      kind: "store",
      at: node.range,
      fields: own.fields,
      ...(binding && { binding }),
    });
    return;
  }
  const { members } = propertiesOf(node);
  if (members.some(({ name }) => NOT_DATABASE.test(name)) || waterlineModel(node)) return;
  if (isContentType(new EstreeTree(node, script))) return;
  const tables = members.flatMap((member) => {
    const table = readTable(resolved(member.value, script), script);
    return isTable(table) ? [{ ...member, table }] : [];
  });
  // Each table of a database has a key, or keys to others; one odd table among many may have none.
  if (tables.length === 0 || tables.filter(({ table }) => table.told > 0).length < tables.length / 2) return;
  for (const { name, key, table } of tables) {
    const comment = commentBefore(script, key.range[0]);
    const shown = name === "attributes" || name === "columns" ? ownerNameOf(node, script).name : name;
    emit.owner({
      source: "schema",
      name: shown,
      kind: "store",
      at: key.range,
      fields: table.fields,
      ...(comment && { comment }),
    });
  }
}

/** Most of what stands in a table are columns. */
function isTable({ fields, others }: ReadTable): boolean {
  return fields.length > 1 && fields.length > others * 2;
}
