import { basename } from "node:path/posix";
import { defineCollector, type Emit } from "../collector.js";
import { readJsonSchema, schemaDocument, type Tree } from "../json-schema/index.js";
import { toFields } from "../schema-builders/index.js";
import type { Range } from "../source-text.js";

export default defineCollector({
  id: "json-schema",
  recognises: "JSON Schema documents",
  reads: schemaDocument,
  trigger: /"properties"/,
  collect({ root, source }, emit) {
    if (root.get("openapi") || root.get("swagger") || root.get("asyncapi")) return;
    emitSchema(root.get("title")?.text() ?? nameOf(source.file), root.range, root, emit);
    for (const key of ["definitions", "$defs"]) {
      for (const { key: name, at, value } of root.get(key)?.entries() ?? []) emitSchema(name, at, value, emit);
    }
  },
});

function emitSchema(name: string, at: Range, schema: Tree, emit: Emit): void {
  const { fields, bases } = toFields(readJsonSchema(schema));
  if (fields.length === 0 && bases.length === 0) return;
  const shown = at[1] - at[0] > 200 ? ([at[0], at[0] + 1] as const) : at;
  emit.owner({ source: "json-schema", kind: "input", name, at: shown, fields, ...(bases.length > 0 && { bases }) });
}

function nameOf(file: string): string {
  return basename(file).replace(/(?:[.-]?schema)?\.json(?:schema)?$/i, "") || basename(file);
}
