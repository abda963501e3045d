import { defineSchemaCollector, each, list, object, same, value } from "../schema-builders/index.js";

export default defineSchemaCollector({
  dialect: {
    id: "io-ts",
    modules: /^io-ts(?:$|\/)|^io-ts-types|^runtypes$/,
    namespaces: ["t"],
    builders: {
      ...each("type partial strict interface struct object Object Partial", object),
      ...each("array readonlyArray nonEmptyArray set setFromArray Array", list),
      ...each("union intersection tuple", { makes: "join", from: 0 }),
      ...each("Union Intersect", { makes: "join", from: "arguments" }),
      ...each(
        "exact readonly brand refinement withFallback withMessage withValidate fromNullable option Optional",
        same,
      ),
      recursion: { makes: "same", as: 1 },
      clean: same,
      alias: same,
      ...each("keyof literal Literal", { makes: "enum" }),
      ...each("record dictionary Record", { makes: "record", of: "last" }),
      ...each("string NonEmptyString UUID String", value("string")),
      ...each("number Int bigint NumberFromString IntFromString Number", value("number")),
      ...each("boolean BooleanFromString Boolean", value("boolean")),
      ...each("date DateFromISOString DateFromNumber DateFromUnixTime", value("date")),
      ...each("unknown any null undefined nullType void UnknownRecord UnknownArray Function Unknown", value("unknown")),
    },
    links: { And: "join", Or: "join" },
    validators: new Set(),
    uses: new Set(["decode", "is", "encode", "check", "guard", "validate"]),
    memberProperties: ["props", "fields"],
  },
  recognises: "io-ts codecs and runtypes",
  trigger: /io-ts|runtypes/,
});
