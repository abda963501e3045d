import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, Emit, FieldDraft } from "../collector.js";
import { commentBefore, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { membersOf, namedRecord, resolved } from "../stores/members.js";
import { readColumnOptions } from "./columns.js";

/** `new EntitySchema({ name, tableName, columns, relations, embeddeds })`. */
export function readEntitySchema(node: TSESTree.NewExpression, script: Script, emit: Emit): void {
  const options = membersOf(resolved(node.arguments[0], script));
  const columns = options.get("columns");
  if (!columns) return;
  const bases: BaseDraft[] = [];
  const fields = [
    ...readColumns(columns, script, bases),
    ...readRelations(options.get("relations"), script),
    ...readEmbedded(options.get("embeddeds"), bases),
  ];
  const own = ownerNameOf(node, script);
  const name = stringValue(options.get("name")) ?? namedRecord(options.get("target"))?.name ?? own.name;
  const table = stringValue(options.get("tableName"));
  const parent = namedRecord(options.get("extends"));
  if (parent) bases.push({ name: parent.name, at: options.get("extends")!.range });
  emit.owner({
    source: "typeorm",
    name,
    kind: "store",
    at: node.range,
    fields,
    bases,
    ...(name !== own.name && { binding: own.binding ?? own.name }),
    ...(table && { table }),
  });
}

function readColumns(node: TSESTree.Node, script: Script, bases: BaseDraft[], depth = 0): FieldDraft[] {
  const { members, spreads } = propertiesOf(resolved(node, script));
  const spread = spreads.flatMap((one) => {
    const known = resolved(one, script);
    if (known?.type === "ObjectExpression" && depth < 4) return readColumns(known, script, bases, depth + 1);
    const base = namedRecord(one);
    if (base) bases.push({ name: base.name, at: one.range });
    return [];
  });
  const own = members.map(({ name, key, value }): FieldDraft => {
    const options = membersOf(resolved(value, script));
    const comment = commentBefore(script, key.range[0]);
    const read = readColumnOptions(null, options, null, script);
    return { ...read, name, at: key.range, hints: { ...(comment && { comment }), ...read.hints } };
  });
  return [...spread, ...own];
}

function readRelations(node: TSESTree.Node | undefined, script: Script): FieldDraft[] {
  return propertiesOf(resolved(node, script)).members.map(({ name, key, value }): FieldDraft => {
    const options = membersOf(resolved(value, script));
    const target = namedRecord(options.get("target"))?.name;
    const list = stringValue(options.get("type"))?.endsWith("-to-many");
    const storedAs = stringValue(membersOf(options.get("joinColumn")).get("name"));
    return {
      name,
      at: key.range,
      type: "relation",
      ...(list && { list }),
      ...(target && { target }),
      ...(storedAs && { hints: { storedAs } }),
    };
  });
}

function readEmbedded(node: TSESTree.Node | undefined, bases: BaseDraft[]): FieldDraft[] {
  return propertiesOf(node).members.map(({ name, key, value }): FieldDraft => {
    const schema = namedRecord(membersOf(value).get("schema"));
    if (schema) bases.push({ name: schema.name, at: value.range, under: `${name}.` });
    return { name, at: key.range, type: "object", ...(schema && { target: schema.name }) };
  });
}
