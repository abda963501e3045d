import type { ValueType } from "../../model/index.js";
import type { FieldDraft, OwnerDraft } from "../collector.js";
import type { Tree } from "../json-schema/index.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ...(["string", "text", "richtext", "email", "password", "uid"] as const).map((name): [string, ValueType] => [
    name,
    "string",
  ]),
  ["integer", "number"],
  ["biginteger", "number"],
  ["float", "number"],
  ["decimal", "number"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["time", "date"],
  ["datetime", "date"],
  ["timestamp", "date"],
  ["json", "json"],
  ["blocks", "json"],
  ["enumeration", "enum"],
  ["media", "file"],
  ["relation", "relation"],
  ["component", "object"],
  ["dynamiczone", "json"],
]);

/** Whether an object says of itself that it is a content type: other models have attributes too. */
export function isContentType(root: Tree): boolean {
  if (!root.isObject() || !root.get("attributes")?.isObject()) return false;
  const kind = root.get("kind")?.text() ?? "";
  const singular = root.get("info")?.get("singularName")?.text() ?? null;
  return (
    /^(?:collection|single)Type$/.test(kind) ||
    singular !== null ||
    typeof root.get("collectionName")?.text() === "string"
  );
}

/** A content type or component, whatever its file is written in. */
export function readContentType(root: Tree, file: string): OwnerDraft | null {
  const attributes = root.get("attributes");
  if (!attributes?.isObject()) return null;
  const info = root.get("info");
  const name = info?.get("singularName")?.text() ?? root.get("modelName")?.text() ?? nameOfFile(file);
  const table = root.get("collectionName")?.text();
  const comment = info?.get("description")?.text();
  return {
    source: "strapi",
    name,
    kind: "store",
    at: attributes.range,
    fields: attributes.entries().map(({ key, at, value }) => readAttribute(key, at, value)),
    ...(table && { table }),
    ...(comment && { comment }),
  };
}

/** `api/author/content-types/author/schema.json` and `components/shared/seo.json` are named by what tells them apart. */
function nameOfFile(file: string): string {
  const [name = "", folder = ""] = file.split("/").reverse();
  return /^(?:schema|index)\./.test(name) ? folder : name.replace(/\..*$/, "");
}

function readAttribute(name: string, at: readonly [number, number], value: Tree): FieldDraft {
  const type = value.get("type")?.text() ?? "";
  const target =
    value.get("target")?.text() ??
    value.get("component")?.text() ??
    value.get("model")?.text() ??
    value.get("collection")?.text();
  const relation = value.get("relation")?.text() ?? "";
  const options = value
    .get("enum")
    ?.items()
    .flatMap((one) => one.text() ?? []);
  const list = /ToMany$/i.test(relation) || value.get("repeatable")?.isTrue() || value.get("multiple")?.isTrue();
  const hints = {
    ...(/^(?:email|password)$/.test(type) && { inputType: type }),
    ...(options && options.length > 0 && { options }),
  };
  return {
    name,
    at,
    type: TYPES.get(type) ?? (target ? "relation" : "unknown"),
    ...(list && { list }),
    // `api::author.author`, `plugin::users-permissions.user`, `shared.seo`: the last word is the record's own name.
    ...(target && { target: target.split(/[.:]/).at(-1)! }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
}
