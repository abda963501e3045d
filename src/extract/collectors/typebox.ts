import { defineSchemaCollector, each, list, object, same, value } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "typebox",
    modules:
      /^@sinclair\/typebox(?:$|\/)|^typebox(?:$|\/)|^elysia(?:$|\/)|^@feathersjs\/typebox$|^@fastify\/type-provider-typebox$|^drizzle-(?:orm\/)?typebox$/,
    namespaces: ["Type", "t", "T", "StrictType"],
    builders: {
      ...each("Object Form Cookie", object),
      Array: list,
      ArrayString: list,
      ...each("Union Intersect Composite Evaluate Tuple", { makes: "join", from: 0 }),
      Pick: { makes: "narrowed", by: "pick" },
      Omit: { makes: "narrowed", by: "omit" },
      ...each(
        "Optional Readonly ReadonlyOptional Partial Required Recursive Ref Transform Unsafe Promise MaybeEmpty Nullable ObjectString",
        same,
      ),
      Enum: { makes: "enum" },
      ...each("UnionEnum StringEnum Literal", { makes: "enum" }),
      Record: { makes: "record", of: 1 },
      String: value("string"),
      TemplateLiteral: value("string"),
      ...each("Number Integer BigInt Numeric", value("number")),
      ...each("Boolean BooleanString", value("boolean")),
      Date: value("date"),
      Uint8Array: value("bytes"),
      ...each("File", value("file")),
      Files: { makes: "special", read: () => ({ type: "file", list: true }) },
      ...each("Any Unknown Null Undefined Void Never", value("unknown")),
      Function: value("function"),
      ObjectId: value("string"),
      querySyntax: { makes: "value", type: "json" },
      ...each("createInsertSchema createSelectSchema createUpdateSchema", { makes: "table" }),
    },
    links: {},
    validators: new Set(),
    uses: new Set(),
    memberProperties: ["properties"],
  },
  recognises: "TypeBox and Elysia schemas",
  trigger: /typebox|elysia/,
});
