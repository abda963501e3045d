import type { ValueType } from "../../model/index.js";
import { defineCollector, type FieldDraft } from "../collector.js";
import type { Tree } from "../json-schema/index.js";
import { strapiContentType } from "../strapi/syntax.js";

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

export default defineCollector({
  id: "strapi",
  recognises: "content types and components of Strapi",
  reads: strapiContentType,
  trigger: /"attributes"/,
  collect({ root, source }, emit) {
    const attributes = root.get("attributes");
    if (!attributes) return;
    const info = root.get("info");
    const name = info?.get("singularName")?.text() ?? root.get("modelName")?.text() ?? nameOfFile(source.file);
    const table = root.get("collectionName")?.text();
    const comment = info?.get("description")?.text();
    emit.owner({
      source: "strapi",
      name,
      kind: "store",
      at: attributes.range,
      fields: attributes.entries().map(({ key, at, value }) => readAttribute(key, at, value)),
      ...(table && { table }),
      ...(comment && { comment }),
    });
  },
});

/** `api/author/content-types/author/schema.json` and `components/shared/seo.json` are named by what tells them apart. */
function nameOfFile(file: string): string {
  const [name = "", folder = ""] = file.split("/").reverse();
  return /^schema\./.test(name) ? folder : name.replace(/\..*$/, "");
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
  const list = /ToMany$/i.test(relation) || value.get("repeatable") !== null;
  const hints = {
    ...(/^(?:email|password)$/.test(type) && { inputType: type }),
    ...(options && options.length > 0 && { options }),
  };
  return {
    name,
    at,
    type: TYPES.get(type) ?? (target ? "relation" : "unknown"),
    ...(list && { list }),
    // `api::author.author`, `plugin::users-permissions.user`: the last word is the record's own name.
    ...(target && { target: target.split(/[.:]/).at(-1)! }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
}
