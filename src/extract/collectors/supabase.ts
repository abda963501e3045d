import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { commentBefore, defineEstreeCollector, keyName, readTypeMembers, type Script } from "../estree/index.js";
import { membersOfType, schemasIn, textsIn } from "../supabase/database-types.js";

export default defineEstreeCollector({
  id: "supabase",
  recognises: "tables and functions in the types that Supabase writes for a database",
  trigger: [/\bTables["']?\s*:/, /\bRow["']?\s*:/],
  visit: (script, emit) => ({
    TSInterfaceDeclaration: ({ body }) => collect(body.body, script, emit),
    TSTypeAliasDeclaration({ typeAnnotation }) {
      if (typeAnnotation.type === "TSTypeLiteral") collect(typeAnnotation.members, script, emit);
    },
  }),
});

function collect(members: readonly TSESTree.TypeElement[], script: Script, emit: Emit): void {
  for (const schema of schemasIn(members)) {
    for (const table of membersOfType(schema.get("Tables")).values()) emitTable(table, script, emit);
    for (const called of membersOfType(schema.get("Functions")).values()) emitFunction(called, script, emit);
  }
}

/** A table is what its rows hold; what is inserted and updated repeats that. */
function emitTable(table: TSESTree.TSPropertySignature, script: Script, emit: Emit): void {
  const parts = membersOfType(table);
  const row = [...membersOfType(parts.get("Row")).values()];
  const name = keyName(table);
  if (name === null || row.length === 0) return;
  const foreign = foreignKeys(parts.get("Relationships"));
  const fields = readTypeMembers(row).map((field) => withHints(field, foreign.get(field.name), script));
  emit.owner({ source: "supabase", name, kind: "store", at: table.key.range, fields });
}

/** Arguments by which a function of the database is called over the network. */
function emitFunction(called: TSESTree.TSPropertySignature, script: Script, emit: Emit): void {
  const name = keyName(called);
  const given = [...membersOfType(membersOfType(called).get("Args")).values()];
  if (name === null || given.length === 0) return;
  const fields = readTypeMembers(given).map((field) => withHints(field, undefined, script));
  emit.owner({ source: "supabase", name, kind: "input", at: called.key.range, fields });
}

function withHints(field: FieldDraft, references: string | undefined, script: Script): FieldDraft {
  const comment = commentBefore(script, field.at[0]);
  // `Database["public"]["Enums"]["role"]`, `Json`: names of the file itself, no records.
  const { target, ...plain } = field;
  const type = target ? (target === "Json" ? "json" : "unknown") : field.type;
  const hints = { ...field.hints, ...(comment && { comment }), ...(references && { references }) };
  return { ...plain, ...(type && { type }), ...(Object.keys(hints).length > 0 && { hints }) };
}

/** Tables that single columns point at, by the column. */
function foreignKeys(relationships: TSESTree.TSPropertySignature | undefined): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const list = relationships?.typeAnnotation?.typeAnnotation;
  if (list?.type !== "TSTupleType") return keys;
  for (const relation of list.elementTypes) {
    if (relation.type !== "TSTypeLiteral") continue;
    const parts = membersOfType(relation);
    const [column, second] = textsIn(parts.get("columns"));
    const [table] = textsIn(parts.get("referencedRelation"));
    if (column !== undefined && second === undefined && table && !keys.has(column)) keys.set(column, table);
  }
  return keys;
}
