import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, knownText, typeName, type Script } from "../estree/index.js";
import { readTableCallback } from "../knex/table-builder.js";
import { isUndoing } from "../migrations/direction.js";
import type { FunctionNode } from "../naming/index.js";
import { membersOf } from "../stores/members.js";
import type { Emit } from "../collector.js";

const CREATES = /^(?:createTable|createTableIfNotExists|alterTable|table)$/;
const BUILDER = /(?:^|\.)(?:CreateTable|AlterTable|Table)Builder$/;
const DROPS = /^(?:dropTable|dropTableIfExists)$/;

export default defineEstreeCollector({
  id: "knex",
  recognises: "tables that the schema builders of Knex, Objection, Bookshelf and Adonis create, alter and drop",
  trigger:
    /\b(?:createTable|alterTable|dropTable|schema\s*\.\s*table|(?:CreateTable|AlterTable|Table)Builder\b)|\btable\s*\.\s*(?:string|text|timestamp|integer|date)/,
  visit: (script, emit) => ({
    CallExpression: (node) => collect(node, script, emit),
    FunctionDeclaration: (node) => collectHelper(node, script, emit),
    FunctionExpression: (node) => collectHelper(node, script, emit),
    ArrowFunctionExpression: (node) => collectHelper(node, script, emit),
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
  const { fields, bases } = built;
  if (fields.length === 0 && bases.length === 0) return;
  emit.owner({
    source: "knex",
    name: table,
    kind: "store",
    at: first.range,
    fields,
    ...(bases.length > 0 && { bases }),
  });
}

/** A helper for the migrations of other files: its first parameter is typed as a table builder, or called as people call one. */
function collectHelper(node: FunctionNode, script: Script, emit: Emit): void {
  const [parameter] = node.params;
  const name = exportedName(node);
  if (!name || parameter?.type !== "Identifier") return;
  const annotation = parameter.typeAnnotation?.typeAnnotation;
  const isBuilder =
    annotation?.type === "TSTypeReference"
      ? BUILDER.test(typeName(annotation.typeName))
      : /^table$/.test(parameter.name);
  const built = isBuilder ? readTableCallback(node, script) : null;
  if (!built || built.fields.length === 0) return;
  emit.owner({ source: "knex", kind: "store", abstract: true, at: name.range, name: name.name, ...built });
}

function exportedName(node: FunctionNode): TSESTree.Identifier | null {
  const { parent } = node;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return isExported(parent.id.name, parent.parent.parent, node) ? parent.id : null;
  return node.id && isExported(node.id.name, parent, node) ? node.id : null;
}

/** `export const stamps = …`, or the name given to `module.exports` or an export list. */
function isExported(name: string, outer: TSESTree.Node | undefined, node: TSESTree.Node): boolean {
  if (outer?.type.startsWith("Export")) return true;
  let program: TSESTree.Node = node;
  while (program.parent) program = program.parent;
  if (program.type !== "Program") return false;
  return program.body.some((statement) => {
    if (statement.type === "ExportNamedDeclaration")
      return statement.specifiers.some(({ local }) => local.type === "Identifier" && local.name === name);
    const { expression } = statement as { expression?: TSESTree.Node };
    if (expression?.type !== "AssignmentExpression") return false;
    if (!/^(?:module\.)?exports\b/.test(calleePath(expression.left)?.join(".") ?? "")) return false;
    const { right } = expression;
    return right.type === "Identifier" ? right.name === name : membersOf(right).has(name);
  });
}

/** A name that is built when the code runs is shown by the last word that makes it. */
function tableName(node: TSESTree.Node, script: Script): string | null {
  const known = knownText(node, script);
  if (known !== null) return known.split(".").at(-1)!;
  const path = calleePath(node);
  return path && !path.includes("()") ? path.at(-1)! : null;
}
