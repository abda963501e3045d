import type { ValueType } from "../../model/index.js";
import { joinShapes, reference, UNKNOWN, type Member, type Shape } from "../schema-builders/index.js";
import type { Tree } from "./tree.js";

const MAX_DEPTH = 20;
const TYPES: Readonly<Record<string, ValueType>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  file: "file",
  object: "json",
  bool: "boolean",
  int: "number",
  long: "number",
  double: "number",
  decimal: "number",
  date: "date",
  objectid: "string",
};
const FORMATS: Readonly<Record<string, ValueType>> = {
  date: "date",
  "date-time": "date",
  binary: "file",
  byte: "bytes",
};

/** What a JSON Schema, or a schema of OpenAPI, declares. */
export function readJsonSchema(schema: Tree, depth = 0): Shape {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const ref = schema.get("$ref");
  const name = ref && referenceName(ref.text());
  if (ref && name) return { ...described(schema), ...reference(name, ref.range, "relation") };
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => schema.get(key)?.items() ?? []);
  const own = ownShape(schema, depth);
  const said = described(schema);
  if (parts.length === 0) return { ...own, ...said };
  const joined = joinShapes([
    ...(own === UNKNOWN ? [] : [own]),
    ...parts.map((part) => readJsonSchema(part, depth + 1)),
  ]);
  return { ...joined, ...said };
}

function ownShape(schema: Tree, depth: number): Shape {
  const properties = schema.get("properties");
  const items = schema.get("items");
  const type = typeOf(schema);
  if (properties?.isObject()) return { type: "object", members: membersOf(properties, depth) };
  if (items && (type === "array" || !type)) {
    const item = items.isObject() ? items : (items.items()[0] ?? items);
    return { ...readJsonSchema(item, depth + 1), list: true };
  }
  const values = schema.get("additionalProperties") ?? schema.get("patternProperties")?.entries()[0]?.value;
  if (values?.isObject()) {
    const inner = readJsonSchema(values, depth + 1);
    return inner.members || inner.target ? { ...inner, list: true } : { type: "json" };
  }
  const options = optionsOf(schema);
  if (options.length > 0) return { type: "enum", options };
  const format = schema.get("format")?.text() ?? null;
  const known = (format !== null && Object.hasOwn(FORMATS, format) ? FORMATS[format] : null) ?? TYPES[type ?? ""];
  if (!known) return type === "array" ? { type: "unknown", list: true } : UNKNOWN;
  return { type: known, ...(format !== null && { validators: [format.toLowerCase()] }) };
}

function membersOf(properties: Tree, depth: number): Member[] {
  return properties.entries().map(({ key, at, value }) => ({ name: key, at, shape: readJsonSchema(value, depth + 1) }));
}

function optionsOf(schema: Tree): string[] {
  const constant = schema.get("const")?.text();
  return [...(constant ? [constant] : []), ...(schema.get("enum")?.items() ?? []).flatMap((one) => one.text() ?? [])];
}

/** `string` for `"string"` and for `["string", "null"]`. */
function typeOf(schema: Tree): string | null {
  // MongoDB names its own types beside those of the standard.
  const type = schema.get("type") ?? schema.get("bsonType");
  if (!type) return null;
  const names = [type.text(), ...type.items().map((item) => item.text())];
  return names.find((name) => name !== null && name !== "null")?.toLowerCase() ?? null;
}

function described(schema: Tree): Pick<Shape, "comment" | "label"> {
  const description = schema.get("description")?.text();
  const example = schema.get("example")?.text();
  const comment = [description, example && `(${example})`].filter(Boolean).join(" ");
  const label = schema.get("title")?.text();
  return { ...(comment && { comment }), ...(label && { label }) };
}

/** `User` for `#/components/schemas/User`, `user.json#/definitions/User`, `User#`, `./user.json`. */
export function referenceName(ref: string | null): string | null {
  const last = ref
    ?.replace(/#?\/?$/, "")
    .split(/[/#]/)
    .pop();
  return last ? decodeURIComponentSafely(last).replace(/(?:\.schema)?\.(?:json|ya?ml)$/, "") : null;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
