import {
  emitSchema,
  isRecord,
  joinShapes,
  defineSchemaCollector,
  each,
  list,
  object,
  same,
  value,
  words,
} from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "effect-schema",
    modules: /^effect(?:$|\/Schema$)|^@effect\/schema(?:$|\/)|^@effect\/sql(?:$|\/Model$)/,
    namespaces: ["Schema", "S", "Model"],
    builders: {
      Struct: object,
      ...each("Array NonEmptyArray Set HashSet Chunk", list),
      ...each("Union Tuple extend", { makes: "join", from: "arguments" }),
      ...each(
        "optional optionalWith NullOr NullishOr UndefinedOr Option OptionFromNullOr partial required mutable suspend Redacted Config Generated GeneratedByApp Sensitive FieldOption FieldExcept FieldOnly JsonFromString",
        same,
      ),
      ...each("Literal", { makes: "enum", from: "arguments" }),
      Enums: { makes: "enum" },
      // `...Model.fields(User)`
      fields: same,
      Record: { makes: "value", type: "json" },
      ...each("String NonEmptyString Trim NonEmptyTrimmedString Lowercase Uppercase UUID ULID", value("string")),
      ...each("Number Int Positive NonNegative NumberFromString BigInt BigIntFromSelf Finite", value("number")),
      ...each("Boolean BooleanFromString", value("boolean")),
      ...each(
        "Date DateFromSelf DateFromString DateTimeUtc ValidDateFromSelf DateTimeInsert DateTimeUpdate DateTimeInsertFromDate DateTimeUpdateFromDate DateWithNow",
        value("date"),
      ),
      ...each("Uint8Array Uint8ArrayFromSelf", value("bytes")),
      ...each("Any Unknown Null Undefined Void Never", value("unknown")),
    },
    links: { annotations: "describe", extend: "join", pick: "pick", omit: "omit" },
    validators: words("email"),
    uses: words("make"),
    memberProperties: ["fields"],
  },
  recognises: "Effect schemas, and classes made of them",
  trigger: /["'](?:effect(?:\/Schema)?["']|@effect\/(?:schema|sql))/,
  // `class User extends Schema.Class<User>("User")({ … }) {}`, `Person.extend<User>("User")({ … })`
  also: (reader, emit) => ({
    ClassDeclaration(node) {
      const made = node.superClass;
      if (made?.type !== "CallExpression" || made.callee.type !== "CallExpression" || !node.id) return;
      const { callee } = made.callee;
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      const { name } = callee.property;
      if (!/^(?:Class|TaggedClass|TaggedRequest|TaggedError|extend)$/.test(name)) return;
      const members = reader.members(made.arguments[0]);
      const base = name === "extend" ? reader.read(callee.object) : null;
      const shape = base && isRecord(base) ? joinShapes([members, base]) : members;
      emitSchema(shape, node, reader, emit, { name: node.id.name, at: node.id.range });
    },
  }),
});
