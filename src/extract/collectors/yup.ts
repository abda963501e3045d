import { defineSchemaCollector, each, object, same, value, words } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "yup",
    modules: /^yup(?:$|\/)|^yup-/,
    namespaces: ["yup", "Yup"],
    wellKnown: ["yup", "Yup"],
    builders: {
      object,
      array: { makes: "list" },
      tuple: { makes: "join", from: 0 },
      lazy: same,
      reach: { makes: "value", type: "unknown" },
      ref: { makes: "value", type: "unknown" },
      ...each("mixed any", value("unknown")),
      string: value("string"),
      number: value("number"),
      ...each("boolean bool", value("boolean")),
      date: value("date"),
    },
    links: {
      shape: "extend",
      concat: "join",
      pick: "pick",
      omit: "omit",
      of: "items",
      oneOf: "enum",
      equals: "enum",
      label: "label",
      meta: "describe",
    },
    validators: words("email url uuid datetime phone"),
    uses: words("validate validateSync isValid isValidSync cast describe validateAt validateSyncAt"),
    memberProperties: ["fields"],
  },
  recognises: "Yup schemas",
  trigger: /\b[yY]up\b/,
});
