import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, commentBefore, knownText, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { readAttribute } from "../sequelize/attributes.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, resolved } from "../stores/members.js";
import { readColumnOptions } from "../typeorm/columns.js";

/** A column as one argument of a migration defines it: `{ type: "string" }`, `DataTypes.TEXT`, `"varchar(20)"`; null for anything else. */
export function readDefinition(
  name: string,
  at: readonly [number, number],
  definition: TSESTree.Node | undefined,
  script: Script,
): FieldDraft | null {
  if (!definition) return null;
  const written = stringValue(definition);
  if (written !== null) {
    const { type, validators } = columnType(written);
    if (type === "unknown" && written !== "id") return null;
    return { name, at, type, ...(validators && { hints: { validators } }) };
  }
  const read = readAttribute(definition, script);
  if (!read || read === "virtual") return null;
  const references = read.hints?.references && tableOf(read.hints.references);
  return { ...read, name, at, ...(references && { hints: { ...read.hints, references } }) };
}

/** `users` of `"users"`, `users(id)` and `users.id`. */
function tableOf(written: string): string {
  return written
    .replaceAll('"', "")
    .replace(/\(.*$|\.id$/, "")
    .split(".")
    .at(-1)!;
}

/** `{ id: "id", email: { type: "varchar(255)", unique: true } }`; null when most members are something else. */
export function readDefinitions(node: TSESTree.Node | undefined, script: Script, depth = 0): FieldDraft[] | null {
  if (depth > 3) return null;
  const { members, spreads } = propertiesOf(resolved(node, script));
  const fields = members.flatMap(({ name, key, value }): FieldDraft[] => {
    const field = readDefinition(name, key.range, value, script);
    if (!field) return [];
    const comment = field.hints?.comment ?? commentBefore(script, key.range[0]);
    return [comment ? { ...field, hints: { ...field.hints, comment } } : field];
  });
  const inherited = spreads.flatMap((spread) => readDefinitions(spread, script, depth + 1) ?? []);
  if (fields.length === 0 || fields.length * 2 < members.length) return null;
  return [...inherited, ...fields];
}

/** `new TableColumn({ name, type })` or the bare object. */
export function readTableColumn(node: TSESTree.Node | null | undefined, script: Script): FieldDraft | null {
  const options = membersOf(optionsOf(node, "TableColumn"));
  const at = options.get("name");
  const name = knownText(at, script);
  if (!at || name === null) return null;
  // Its name is the name of the column itself.
  const others = new Map([...options].filter(([option]) => option !== "name"));
  return { ...readColumnOptions(null, others, null, script), name, at: at.range };
}

/** `new Table({ name, columns: [ … ], foreignKeys: [ … ] })`. */
export function readTable(
  node: TSESTree.Node | undefined,
  script: Script,
): { name: string; at: readonly [number, number]; fields: FieldDraft[] } | null {
  const options = membersOf(optionsOf(node, "Table"));
  const at = options.get("name");
  const name = knownText(at, script);
  const columns = options.get("columns");
  if (!at || name === null || columns?.type !== "ArrayExpression") return null;
  const keys = foreignKeys(options.get("foreignKeys"), script);
  const fields = columns.elements.flatMap((column) => {
    const field = readTableColumn(column, script);
    const references = field && keys.get(field.name);
    return field ? [references ? { ...field, hints: { ...field.hints, references } } : field] : [];
  });
  return { name, at: at.range, fields };
}

function optionsOf(node: TSESTree.Node | null | undefined, constructor: string): TSESTree.Node | null {
  if (node?.type === "ObjectExpression") return node;
  if (node?.type !== "NewExpression" || calleePath(node.callee)?.at(-1) !== constructor) return null;
  return node.arguments[0] ?? null;
}

function foreignKeys(node: TSESTree.Node | undefined, script: Script): Map<string, string> {
  const keys = new Map<string, string>();
  if (node?.type !== "ArrayExpression") return keys;
  for (const element of node.elements) {
    const options = membersOf(optionsOf(element, "TableForeignKey"));
    const table = knownText(options.get("referencedTableName"), script);
    const columns = options.get("columnNames");
    const [column] = columns?.type === "ArrayExpression" ? columns.elements : [];
    const name = knownText(column, script);
    if (name !== null && table !== null) keys.set(name, table);
  }
  return keys;
}
