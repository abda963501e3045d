import { defineSchemaCollector, each, list, object, same, value, words } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "valibot",
    modules: /^valibot$|^drizzle-(?:orm\/)?valibot$/,
    namespaces: [],
    builders: {
      ...each(
        "object objectAsync looseObject looseObjectAsync strictObject strictObjectAsync objectWithRest entriesFromObjects",
        object,
      ),
      ...each("array arrayAsync set", list),
      ...each("tuple looseTuple strictTuple union unionAsync intersect intersectAsync", { makes: "join", from: 0 }),
      ...each("variant variantAsync", { makes: "join", from: 1 }),
      pick: { makes: "narrowed", by: "pick" },
      omit: { makes: "narrowed", by: "omit" },
      ...each("pipe pipeAsync", { makes: "pipe" }),
      ...each("picklist enum enum_ literal", { makes: "enum" }),
      record: { makes: "record", of: 1 },
      map: { makes: "record", of: 1 },
      ...each(
        "optional exactOptional undefinedable nullable nullish nonOptional nonNullable nonNullish partial required lazy fallback config promise readonly message",
        same,
      ),
      ...each("createInsertSchema createSelectSchema createUpdateSchema", { makes: "table" }),
      string: value("string"),
      ...each("number bigint", value("number")),
      boolean: value("boolean"),
      date: value("date"),
      ...each("file blob", value("file")),
      ...each("any unknown null undefined void never instance custom symbol", value("unknown")),
    },
    links: { description: "comment", title: "label", metadata: "describe" },
    validators: words(
      "email rfcEmail url uuid ulid cuid2 nanoid ip ipv4 ipv6 isoDate isoDateTime isoTimestamp creditCard imei mac bic jwt",
    ),
    uses: words(""),
    memberProperties: ["entries"],
  },
  recognises: "Valibot schemas",
  trigger: /valibot/,
});
