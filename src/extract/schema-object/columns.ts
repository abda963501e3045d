import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { commentBefore, propertiesOf, stringValue, type ObjectMember, type Script } from "../estree/index.js";
import { readValidate } from "../sequelize/types.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, namedRecord, optionsIn, resolved } from "../stores/members.js";

/** Options that only a column of a database has. Schemas of messages and command lines have types and defaults too. */
const COLUMN_OPTIONS = [
  "primary",
  "primaryKey",
  "unique",
  "references",
  "autoIncrement",
  "autoincrement",
  "auto_increment",
  "notNull",
  "notNullable",
  "defaultTo",
  "unsigned",
  "maxlength",
  "cascadeDelete",
  "foreignKey",
  "columnName",
  "columnType",
];

/** Options by their names, or null where the value is no column definition. */
function columnOptions(value: TSESTree.Node, script: Script): ReadonlyMap<string, TSESTree.Node> | null {
  const node = resolved(value, script);
  if (node?.type !== "ObjectExpression") return null;
  const options = membersOf(node);
  const type = stringValue(options.get("type"));
  if (type === null || options.has("properties") || options.has("items")) return null;
  return columnType(type).type === "unknown" ? null : options;
}

export interface ReadTable {
  readonly fields: readonly FieldDraft[];
  /** Columns with an option that tells a database column. */
  readonly told: number;
  readonly others: number;
}

/** `{ id: { type: "string", primary: true }, email: { type: "string", maxlength: 191 } }`. */
export function readTable(node: TSESTree.Node | null, script: Script): ReadTable {
  const fields: FieldDraft[] = [];
  let [told, others] = [0, 0];
  for (const member of propertiesOf(node).members) {
    const options = columnOptions(member.value, script);
    if (options) {
      fields.push(readColumn(member, options, script));
      if (COLUMN_OPTIONS.some((name) => options.has(name))) told++;
    } else if (!member.name.startsWith("@")) others++;
  }
  return { fields, told, others };
}

/** One column, by the options it is declared with. */
export function readColumn(
  { name, key }: ObjectMember,
  options: ReadonlyMap<string, TSESTree.Node>,
  script: Script,
): FieldDraft {
  const { type, validators = [] } = columnType(stringValue(options.get("type"))!);
  const checks = readValidate(options.get("validations") ?? options.get("validate"), script);
  const named = [...options.keys()].filter((one) => /^is[A-Z]/.test(one) && one !== "isIn");
  const all = [...validators, ...checks.validators, ...named.map((one) => one.slice(2).toLowerCase())];
  const members = [
    checks.options,
    optionsIn(options.get("enum") ?? options.get("values") ?? options.get("isIn"), script),
  ];
  const choices = members.find(({ length }) => length > 0);
  const comment =
    stringValue(options.get("comment") ?? options.get("description")) ?? commentBefore(script, key.range[0]);
  const storedAs = stringValue(options.get("columnName"));
  const references = referencesIn(options);
  return {
    name,
    at: key.range,
    type: choices ? "enum" : type,
    hints: {
      ...(storedAs && { storedAs }),
      ...(all.length > 0 && { validators: all }),
      ...(comment && { comment }),
      ...(choices && { options: choices }),
      ...((isTrue(options.get("primary")) || isTrue(options.get("primaryKey"))) && { primaryKey: true }),
      ...(isTrue(options.get("unique")) && { unique: true }),
      ...(references && { references }),
    },
  };
}

/** `references: "members.id"`, `references: { table: "members" }`, `model: "member"`. */
function referencesIn(options: ReadonlyMap<string, TSESTree.Node>): string | null {
  const node = options.get("references") ?? options.get("foreignKey") ?? options.get("model");
  const text = stringValue(node);
  if (text !== null) return text.split(".")[0]!;
  const inner = membersOf(node);
  return namedRecord(inner.get("table") ?? inner.get("model"))?.name ?? null;
}

function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}
