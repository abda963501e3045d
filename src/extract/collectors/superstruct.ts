import { defineSchemaCollector, each, list, object, same, value, words } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "superstruct",
    modules: /^superstruct$|^@metamask\/superstruct$/,
    namespaces: [],
    builders: {
      ...each("object type", object),
      ...each("array set", list),
      ...each("union tuple intersection", { makes: "join", from: 0 }),
      assign: { makes: "join", from: "arguments" },
      pick: { makes: "narrowed", by: "pick" },
      omit: { makes: "narrowed", by: "omit" },
      ...each("enums literal", { makes: "enum" }),
      record: { makes: "record", of: 1 },
      map: { makes: "record", of: 1 },
      ...each(
        "optional nullable partial deprecated defaulted coerce trimmed size min max length nonempty pattern refine masked lazy",
        same,
      ),
      string: value("string"),
      ...each("number integer bigint", value("number")),
      boolean: value("boolean"),
      date: value("date"),
      ...each("any unknown never instance dynamic define func", value("unknown")),
    },
    links: {},
    validators: new Set(),
    uses: words("create is mask validate assert"),
    memberProperties: ["schema"],
  },
  recognises: "Superstruct structs",
  trigger: /superstruct/,
});
