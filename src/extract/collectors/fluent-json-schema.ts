import { defineSchemaCollector, each, object, same, value } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "fluent-json-schema",
    modules: /^fluent-(?:json-)?schema$/,
    namespaces: ["S"],
    builders: {
      object,
      array: { makes: "list" },
      ...each("anyOf allOf oneOf", { makes: "join", from: 0 }),
      enum: { makes: "enum" },
      ...each("ref mixed null", value("unknown")),
      ...each("raw", value("string")),
      string: value("string"),
      ...each("number integer", value("number")),
      boolean: value("boolean"),
      const: { makes: "enum", from: "arguments" },
      ifThen: { makes: "same", as: 1 },
      withOptions: same,
    },
    links: {
      prop: "member",
      extend: "join",
      only: "pick",
      without: "omit",
      items: "items",
      anyOf: "join",
      format: "format",
      enum: "enum",
      title: "label",
      description: "comment",
    },
    validators: new Set(),
    uses: new Set(["valueOf"]),
  },
  recognises: "JSON Schemas built by fluent-json-schema",
  trigger: /fluent-(?:json-)?schema/,
});
