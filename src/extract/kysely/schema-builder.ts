import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { chainOf, endsChain, findCall, type ChainCall } from "../chains/chain.js";
import { objectGiven } from "../chains/fields.js";
import type { Emit, FieldDraft } from "../collector.js";
import { knownText, stringValue, type Script } from "../estree/index.js";
import { isUndoing } from "../migrations/direction.js";
import { columnType } from "../sql/column-type.js";

/** `db.schema.createTable("person").addColumn("email", "varchar(255)", (col) => col.unique()).execute()`. */
export function readSchemaChain(node: TSESTree.CallExpression, script: Script, emit: Emit): void {
  if (!endsChain(node)) return;
  const chain = chainOf(node);
  const [first, ...rest] = chain?.calls ?? [];
  if (!first || !chain?.root.includes("schema") || isUndoing(node)) return;
  const [given] = first.arguments;
  const table = knownText(given, script);
  if (!given || table === null) return;
  if (first.name === "dropTable") return emit.drop({ table, at: given.range });
  if (first.name !== "createTable" && first.name !== "alterTable") return;
  const fields: FieldDraft[] = [];
  for (const call of rest) {
    const [one, two] = call.arguments;
    const name = knownText(one, script);
    if (!one || name === null) continue;
    if (call.name === "addColumn" && two) fields.push(readColumn(name, one, call, script));
    if (call.name === "dropColumn") emit.drop({ table, column: name, at: one.range });
    const renamed = call.name === "renameColumn" ? knownText(two, script) : null;
    if (renamed === null) continue;
    emit.drop({ table, column: name, at: one.range });
    fields.push({ name: renamed, at: two!.range, type: "unknown" });
  }
  if (fields.length > 0) emit.owner({ source: "kysely", name: table, kind: "store", at: given.range, fields });
}

function readColumn(name: string, at: TSESTree.Node, { arguments: given }: ChainCall, script: Script): FieldDraft {
  const { type, validators } = columnType(knownText(given[1], script) ?? "");
  const built = objectGiven(given[2]);
  const modifiers = built ? chainOf(built) : null;
  const references = modifiers && stringValue(findCall(modifiers, "references")?.arguments[0]);
  return {
    name,
    at: at.range,
    type,
    hints: {
      ...(validators && { validators }),
      ...(modifiers && findCall(modifiers, "primaryKey") && { primaryKey: true }),
      ...(modifiers && findCall(modifiers, "unique") && { unique: true }),
      ...(references && { references: references.split(".").slice(0, -1).at(-1) ?? references }),
    },
  };
}
