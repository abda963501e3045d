import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import { defineSchemaCollector, each, joinShapes, same, value, words, type Shape } from "../schema-builders/index.js";

const INSTANCES: Readonly<Record<string, ValueType>> = {
  File: "file",
  Blob: "file",
  FileList: "file",
  Date: "date",
  Buffer: "bytes",
  Uint8Array: "bytes",
};

function instance(type: TSESTree.Node | undefined): Shape {
  const name = type?.type === "Identifier" ? type.name : "";
  return { type: Object.hasOwn(INSTANCES, name) ? INSTANCES[name]! : "unknown" };
}

export default defineSchemaCollector({
  dialect: {
    id: "zod",
    modules:
      /^zod(?:$|\/)|^@zod\/|zod-openapi$|^zod-form-data$|^drizzle-(?:orm\/)?zod$|^@medusajs\/framework\/zod$|^astro\/zod$/,
    namespaces: ["z", "zod", "zfd"],
    wellKnown: ["z"],
    builders: {
      object: { makes: "object" },
      strictObject: { makes: "object" },
      looseObject: { makes: "object" },
      interface: { makes: "object" },
      formData: { makes: "object" },
      array: { makes: "list" },
      set: { makes: "list" },
      repeatable: { makes: "list" },
      repeatableOfType: { makes: "list" },
      tuple: { makes: "join", from: 0 },
      union: { makes: "join", from: 0 },
      xor: { makes: "join", from: 0 },
      discriminatedUnion: { makes: "join", from: 1 },
      intersection: { makes: "join", from: "arguments" },
      extend: {
        makes: "special",
        read: ([base, members], reader) => joinShapes([reader.members(members), reader.read(base)]),
      },
      pick: { makes: "narrowed", by: "pick" },
      omit: { makes: "narrowed", by: "omit" },
      enum: { makes: "enum" },
      nativeEnum: { makes: "enum" },
      literal: { makes: "enum" },
      record: { makes: "record", of: "last" },
      partialRecord: { makes: "record", of: "last" },
      map: { makes: "record", of: 1 },
      ...each(
        "optional nullable nullish partial required readonly lazy promise catch nonoptional default _default prefault pipe",
        same,
      ),
      preprocess: { makes: "same", as: 1 },
      transform: value("unknown"),
      createInsertSchema: { makes: "table" },
      createUpdateSchema: { makes: "table" },
      createSelectSchema: { makes: "table" },
      string: value("string"),
      text: value("string"),
      templateLiteral: value("string"),
      stringFormat: value("string"),
      ...each(
        "email url httpUrl uuid guid uuidv4 uuidv7 cuid cuid2 ulid nanoid ipv4 ipv6 cidrv4 cidrv6 mac jwt e164 base64 hostname emoji hex",
        (name) => value("string", name.toLowerCase()),
      ),
      "iso.date": { makes: "value", type: "string", validators: ["date"] },
      "iso.datetime": { makes: "value", type: "string", validators: ["datetime"] },
      "iso.time": { makes: "value", type: "string", validators: ["time"] },
      "iso.duration": value("string"),
      ...each("number int int32 uint32 int64 float32 float64 bigint nan numeric", value("number")),
      "coerce.string": value("string"),
      "coerce.number": value("number"),
      "coerce.bigint": value("number"),
      "coerce.boolean": value("boolean"),
      "coerce.date": value("date"),
      boolean: value("boolean"),
      stringbool: value("boolean"),
      checkbox: value("boolean"),
      date: value("date"),
      file: value("file"),
      json: value("json"),
      ...each("any unknown custom null undefined void never symbol", value("unknown")),
      function: { makes: "value", type: "function" },
      instanceof: { makes: "special", read: ([type]) => instance(type) },
    },
    links: {
      extend: "extend",
      safeExtend: "extend",
      augment: "extend",
      merge: "join",
      and: "join",
      or: "join",
      pick: "pick",
      omit: "omit",
      array: "list",
      describe: "comment",
      meta: "describe",
      openapi: "describe",
      check: "actions",
      with: "actions",
    },
    validators: words(
      "email url httpUrl uuid guid cuid cuid2 ulid nanoid ip ipv4 ipv6 cidr datetime date time jwt e164 base64 hostname",
    ),
    uses: words(
      "parse safeParse parseAsync safeParseAsync spa decode encode safeDecode keyof isOptional isNullable implement",
    ),
    memberProperties: ["shape", "_shape", "def", "element"],
  },
  recognises: "zod schemas: objects, extensions, unions, raw shapes, form data, drizzle-zod",
  trigger: /zod|\bz\s*\.\s*[a-z]|\.(?:pick|omit)\(\s*\{/,
});
