import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft, OwnerDraft } from "../collector.js";
import { defineEstreeCollector, propertiesOf, type Visitor } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import type { Dialect } from "./dialect.js";
import { SchemaReader } from "./reader.js";
import { isRecord, toFields, type Shape } from "./shape.js";

export interface SchemaCollector {
  readonly dialect: Dialect;
  readonly recognises: string;
  readonly trigger: RegExp;
  /** Handlers of its own beside the common ones. */
  readonly also?: (reader: SchemaReader, emit: Emit) => Visitor;
}

/** A collector of one schema library: every outermost schema with members is an owner. */
export function defineSchemaCollector({ dialect, recognises, trigger, also }: SchemaCollector) {
  return defineEstreeCollector({
    id: dialect.id,
    recognises,
    trigger,
    visit(script, emit) {
      const reader = new SchemaReader(script, dialect);
      return {
        CallExpression(node) {
          if (reader.seen.has(node)) return;
          const shape = reader.certain(node);
          if (shape && isRecord(shape)) emitSchema(shape, node, reader, emit);
        },
        ObjectExpression(node) {
          if (!reader.seen.has(node) && isRawShape(node, reader)) emitSchema(reader.members(node), node, reader, emit);
        },
        ...also?.(reader, emit),
      };
    },
  });
}

/** Emits the schema that an expression declares, under the name people would call it by. */
export function emitSchema(
  shape: Shape,
  node: TSESTree.Node,
  { script, dialect }: SchemaReader,
  emit: Emit,
  named: Pick<OwnerDraft, "name" | "at" | "binding"> = ownerNameOf(node, script),
): void {
  const { fields, bases } = toFields(shape);
  // A bare reference in passing (`Login.parse(body)`) declares nothing.
  if (fields.length === 0 && (bases.length === 0 || !isKept(node))) return;
  const [first, ...others] = withoutRepeats(fields);
  emit.owner({
    source: dialect.id,
    kind: "input",
    ...named,
    fields: first ?? [],
    ...(bases.length > 0 && { bases }),
    ...(shape.comment && { comment: shape.comment }),
  });
  for (const fields of others)
    emit.owner({ source: dialect.id, kind: "input", name: named.name, at: named.at, fields });
}

/** Variants of a union may declare one name twice: each record holds a name once. */
function withoutRepeats(fields: readonly FieldDraft[]): FieldDraft[][] {
  const records: FieldDraft[][] = [];
  const times = new Map<string, number>();
  for (const field of fields) {
    const time = times.get(field.name) ?? 0;
    times.set(field.name, time + 1);
    (records[time] ??= []).push(field);
  }
  return records;
}

function isKept(node: TSESTree.Node): boolean {
  let { parent } = node;
  while (parent && /^TS.*Expression$|^(?:Await|Chain)Expression$/.test(parent.type)) ({ parent } = parent);
  return (
    parent?.type === "VariableDeclarator" ||
    parent?.type === "ExportDefaultDeclaration" ||
    parent?.type === "AssignmentExpression" ||
    parent?.type === "Property" ||
    parent?.type === "ClassDeclaration"
  );
}

/**
 * Members kept in a plain object, to be spread into schemas or handed to something that makes one: `const paging = { page: z.number() }`.
 * An object whose members are whole schemas of records is only a folder of schemas.
 */
function isRawShape(node: TSESTree.ObjectExpression, reader: SchemaReader): boolean {
  const { members } = propertiesOf(node);
  let values = 0;
  let others = 0;
  for (const { value, name } of members) {
    if (/^\d+$/.test(name)) return false;
    const shape = reader.peek(value);
    if (shape && !isRecord(shape)) values++;
    // A schema made elsewhere may stand here; a text, a function or a nested object says that these are options of a call.
    else if (!shape && value.type !== "Identifier" && value.type !== "CallExpression") others++;
  }
  if (values === 0) return false;
  return node.parent.type === "VariableDeclarator" || (others === 0 && values * 2 >= members.length);
}
