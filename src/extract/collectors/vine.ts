import { defineSchemaCollector, each, list, object, same, value, words } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "vine",
    modules: /^@vinejs\/vine$|^@ioc:Adonis\/Core\/Validator$|^@adonisjs\/validator/,
    namespaces: ["vine", "schema"],
    builders: {
      ...each("object create create.optional object.optional", object),
      array: list,
      ...each("compile", same),
      ...each("enum enum.optional", { makes: "enum" }),
      record: { makes: "record", of: 0 },
      group: { makes: "join", from: 0 },
      ...each("string string.optional string.nullable", value("string")),
      ...each("number number.optional", value("number")),
      ...each("boolean boolean.optional accepted", value("boolean")),
      ...each("date date.optional", value("date")),
      ...each("file file.optional", value("file")),
      ...each("any literal unionOfTypes union tuple", value("unknown")),
    },
    links: { members: "items" },
    validators: words("email mobile url ipAddress uuid passport postalCode creditCard iban hexCode ulid jwt"),
    uses: words("validate tryValidate"),
  },
  recognises: "VineJS and AdonisJS validators",
  trigger: /@vinejs\/vine|Adonis\/Core\/Validator|@adonisjs\/validator/,
});
