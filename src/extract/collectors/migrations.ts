import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, knownText, type Script } from "../estree/index.js";
import { readDefinition, readDefinitions, readTable, readTableColumn } from "../migrations/columns.js";
import { isUndoing } from "../migrations/direction.js";

const CALLS: readonly (readonly [RegExp, (call: Call) => void])[] = [
  [/^(?:rename|createRename)\w*Column/, renameColumn],
  [/^(?:add|createAdd|create)\w*Column/, addColumn],
  [/^(?:drop|remove|createDrop|createRemove|delete)\w*Column/, dropColumn],
  [/^(?:create|add)\w*Table/, createTable],
  [/^(?:drop|delete)Tables?$/, dropTable],
];
/** What runs migrations; without one of these only a migration's own file may take something away. */
const RUNNER = /^(?:queryInterface|queryRunner|qi|pgm|migration|migrator|schema)$/;
const MIGRATION_FILE = /migrat|alteration/i;

interface Call {
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  readonly script: Script;
  readonly emit: Emit;
  /** Whether what it takes away may be believed to be a table of a database. */
  readonly sure: boolean;
}

export default defineEstreeCollector({
  id: "migrations",
  recognises: "columns that migrations of Sequelize, TypeORM, node-pg-migrate, db-migrate and the like add and remove",
  trigger: /(?:add|create|drop|remove|rename|delete)\w*(?:Table|Column)/i,
  visit: (script, emit) => ({
    CallExpression(node) {
      const path = calleePath(node.callee);
      const method = path?.at(-1);
      const reader = method && CALLS.find(([pattern]) => pattern.test(method))?.[1];
      if (!path || !reader || isUndoing(node)) return;
      const sure = path.some((part) => RUNNER.test(part)) || MIGRATION_FILE.test(script.source.file);
      reader({ arguments: node.arguments, script, emit, sure });
    },
  }),
});

/** `createTable("users", { … })`, `createTable(new Table({ … }))`. */
function createTable({ arguments: [first, second], script, emit }: Call): void {
  const table = readTable(first, script);
  if (table && table.fields.length > 0) return addFields(table.name, table.at, table.fields, emit);
  const name = knownText(first, script) ?? nameIn(first);
  const fields = name === null ? null : readDefinitions(second, script);
  if (fields) addFields(name!, first!.range, fields, emit);
}

/** `addColumn("users", "email", { … })`, `addColumns("users", { … })`, `addColumn("users", new TableColumn({ … }))`. */
function addColumn({ arguments: [first, second, third], script, emit }: Call): void {
  const table = knownText(first, script) ?? nameIn(first);
  if (table === null || !second) return;
  const column = knownText(second, script);
  const field = column !== null && third ? readDefinition(column, second.range, third, script) : null;
  const listed = second.type === "ArrayExpression" ? second.elements : [second];
  const fields =
    (field && [field]) ??
    readDefinitions(second, script) ??
    listed.flatMap((one) => readTableColumn(one, script) ?? []);
  if (fields.length > 0) addFields(table, first!.range, fields, emit);
}

function addFields(name: string, at: readonly [number, number], fields: readonly FieldDraft[], emit: Emit): void {
  emit.owner({ source: "migration", name: lastPart(name), kind: "store", at, fields });
}

/** `removeColumn("users", "fax")`, `dropColumns("users", ["fax", "telex"])`. */
function dropColumn({ arguments: [first, second], script, emit, sure }: Call): void {
  const table = knownText(first, script) ?? nameIn(first);
  if (table === null || !second || !sure) return;
  for (const one of second.type === "ArrayExpression" ? second.elements : [second]) {
    const column = knownText(one, script);
    if (one && column !== null) emit.drop({ table: lastPart(table), column, at: one.range });
  }
}

/** `renameColumn("users", "tel", "phone")`. */
function renameColumn({ arguments: [first, second, third], script, emit, sure }: Call): void {
  const table = knownText(first, script) ?? nameIn(first);
  const [old, renamed] = [knownText(second, script), knownText(third, script)];
  if (table === null || old === null || renamed === null || !sure) return;
  emit.drop({ table: lastPart(table), column: old, at: second!.range });
  addFields(table, first!.range, [{ name: renamed, at: third!.range, type: "unknown" }], emit);
}

function dropTable({ arguments: [first], script, emit, sure }: Call): void {
  if (!first || !sure) return;
  for (const one of first.type === "ArrayExpression" ? first.elements : [first]) {
    const table = knownText(one, script);
    if (one && table !== null) emit.drop({ table: lastPart(table), at: one.range });
  }
}

/** `{ schema: "app", tableName: "users" }`, and names that only running code knows, by their last word. */
function nameIn(node: TSESTree.Node | undefined): string | null {
  if (node?.type === "ObjectExpression") {
    for (const property of node.properties) {
      if (property.type !== "Property" || property.key.type !== "Identifier") continue;
      if (/^(?:tableName|name)$/.test(property.key.name) && property.value.type === "Literal")
        return String(property.value.value);
    }
    return null;
  }
  const path = node ? calleePath(node) : null;
  return path && !path.includes("()") ? path.at(-1)! : null;
}

function lastPart(table: string): string {
  return table.replaceAll('"', "").split(".").at(-1)!;
}
