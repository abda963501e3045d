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
        fields: fieldsOf(block, enums, composites),
      });
    }
  },
});

type Enums = ReadonlyMap<string, PrismaSchema["blocks"][number]>;

function fieldsOf(block: PrismaBlock, enums: Enums, composites: ReadonlySet<string>): FieldDraft[] {
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
    const options = enums.get(field.type)?.fields.map(({ name }) => name);
    const native = field.attributes.find(({ name }) => name.startsWith("db."));
    const validators = native && columnType(native.name.slice("db.".length)).validators;
    return {
      name: field.name,
      at: field.nameAt,
      ...valueOf(field, enums, composites),
      hints: {
        ...(storedAs && { storedAs }),
        ...(validators && { validators }),
        ...(field.comment && { comment: field.comment }),
        ...(options && { options }),
        ...((has("id") || ids.has(field.name)) && { primaryKey: true }),
        ...((has("unique") || uniques.has(field.name)) && { unique: true }),
        ...(target && { references: target }),
      },
    };
  });
}

function valueOf(
  { type, list }: PrismaField,
  enums: Enums,
  composites: ReadonlySet<string>,
): Pick<FieldDraft, "type" | "list" | "target"> {
  const isList = list && { list };
  if (type === "") return { type: "unknown", ...isList };
  const scalar = SCALARS.get(type!);
  if (scalar) return { type: scalar, ...isList };
  if (enums.has(type!)) return { type: "enum", ...isList };
  return { type: composites.has(type!) ? "object" : "relation", ...isList, target: type! };
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
