import type { ValueType } from "../../model/index.js";
import { defineCollector, type FieldDraft } from "../collector.js";
import {
  prismaSchema,
  type PrismaAttribute,
  type PrismaBlock,
  type PrismaField,
  type PrismaSchema,
} from "../prisma/schema.js";
import { columnType } from "../sql/column-type.js";

const RECORDS = new Set(["model", "view", "type"]);
const SCALARS = new Map<string, ValueType>([
  ["String", "string"],
  ["Int", "number"],
  ["BigInt", "number"],
  ["Float", "number"],
  ["Decimal", "number"],
  ["Boolean", "boolean"],
  ["DateTime", "date"],
  ["Json", "json"],
  ["Bytes", "bytes"],
  ["Unsupported", "unknown"],
]);

export default defineCollector({
  id: "prisma",
  recognises: "models, views and composite types of a Prisma schema",
  reads: prismaSchema,
  trigger: /\b(?:model|view|type)\b/,
  collect({ root }, emit) {
    const enums = new Map(root.blocks.filter(({ kind }) => kind === "enum").map((block) => [block.name, block]));
    const composites = new Set(root.blocks.filter(({ kind }) => kind === "type").map(({ name }) => name));
    const records = new Set(root.blocks.filter(({ kind }) => RECORDS.has(kind)).map(({ name }) => name));
    for (const block of root.blocks) {
      if (!RECORDS.has(block.kind)) continue;
      const table = textOf(block.attributes, "map");
      emit.owner({
        source: "prisma",
        name: block.name,
        kind: "store",
        at: block.nameAt,
        ...(table && { table }),
        ...(block.comment && { comment: block.comment }),
        fields: fieldsOf(block, { enums, composites, records }),
      });
    }
  },
});

/** What the names of types stand for in this file. */
interface Types {
  readonly enums: ReadonlyMap<string, PrismaSchema["blocks"][number]>;
  readonly composites: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
}

function fieldsOf(block: PrismaBlock, types: Types): FieldDraft[] {
  const references = referencesOf(block);
  const ids = new Set(block.attributes.filter(({ name }) => name === "id").flatMap(namesIn));
  const uniques = new Set(
    block.attributes
      .filter(({ name }) => name === "unique")
      .map(namesIn)
      .filter((names) => names.length === 1)
      .flat(),
  );
  return block.fields.flatMap((field) => {
    if (field.type === null) return [];
    const has = (name: string): boolean => field.attributes.some((attribute) => attribute.name === name);
    const storedAs = textOf(field.attributes, "map");
    const target = references.get(field.name);
    const options = types.enums.get(field.type)?.fields.map(({ name }) => name);
    const native = field.attributes.find(({ name }) => name.startsWith("db."));
    const validators = native && columnType(native.name.slice("db.".length)).validators;
    return {
      name: field.name,
      at: field.nameAt,
      ...valueOf(field, types),
      hints: {
        ...(storedAs && { storedAs }),
        ...(validators && { validators }),
        ...(field.comment && { comment: field.comment }),
        ...(options && { options }),
        ...((has("id") || ids.has(field.name)) && { primaryKey: true }),
        ...((has("unique") || uniques.has(field.name)) && { unique: true }),
        ...(target && { references: target }),
        ...(deletesAlong(field) && { cascades: true }),
      },
    };
  });
}

function valueOf(
  field: PrismaField,
  { enums, composites, records }: Types,
): Pick<FieldDraft, "type" | "list" | "target"> {
  const { type, list } = field;
  const isList = list && { list };
  if (type === "") return { type: "unknown", ...isList };
  const scalar = SCALARS.get(type!);
  if (scalar) return { type: scalar, ...isList };
  if (enums.has(type!)) return { type: "enum", ...isList };
  if (composites.has(type!)) return { type: "object", ...isList, target: type! };
  const elsewhere = records.has(type!) ? null : typeElsewhere(field);
  if (elsewhere === "enum") return { type: elsewhere, ...isList };
  return { type: elsewhere ?? "relation", ...isList, target: type! };
}

/**
 * A schema may be kept in several files, and what a type is stand in another than its use. What has a default is an enumeration. A single
 * value that must be there and names no keys is no relation: an enumeration, or a composite type.
 */
function typeElsewhere({ list, optional, attributes }: PrismaField): "enum" | "unknown" | null {
  const has = (name: string): boolean => attributes.some((attribute) => attribute.name === name);
  if (has("default")) return "enum";
  return list || optional || has("relation") ? null : "unknown";
}

/** `@relation(fields: […], references: […], onDelete: Cascade)`. */
function deletesAlong({ attributes }: PrismaField): boolean {
  return attributes.some(
    (attribute) =>
      attribute.name === "relation" &&
      attribute.arguments.some(({ name, names }) => name === "onDelete" && names.includes("Cascade")),
  );
}

/** Scalar fields that hold keys of other models: `@relation(fields: [userId], references: [id])` on `user User`. */
function referencesOf(block: PrismaBlock): Map<string, string> {
  const references = new Map<string, string>();
  for (const { type, attributes } of block.fields) {
    for (const attribute of attributes) {
      if (attribute.name !== "relation") continue;
      const keys = attribute.arguments.find(({ name }) => name === "fields")?.names ?? [];
      for (const key of keys) if (type && !references.has(key)) references.set(key, type);
    }
  }
  return references;
}

/** Text of `@map("t")`, `@map(name: "t")`. */
function textOf(attributes: readonly PrismaAttribute[], name: string): string | null {
  const found = attributes.find((attribute) => attribute.name === name);
  return found?.arguments.find((argument) => argument.name === null || argument.name === "name")?.text ?? null;
}

/** Names of `@@unique([a, b])`, `@@id(fields: [a, b])`. */
function namesIn(attribute: PrismaAttribute): readonly string[] {
  return attribute.arguments.find(({ name }) => name === null || name === "fields")?.names ?? [];
}
