import type { FieldKind } from "../../model/index.js";
import { defineCollector, type Emit, type FieldDraft } from "../collector.js";
import { readJsonSchema, referenceName, schemaDocument, type Entry, type Tree } from "../json-schema/index.js";
import { isInputHeader } from "../requests/index.js";
import { toFields, type Shape } from "../schema-builders/index.js";
import type { Range } from "../source-text.js";

const METHODS = new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace", "query"]);

export default defineCollector({
  id: "openapi",
  recognises: "OpenAPI, Swagger and AsyncAPI contracts: schemas, parameters, bodies, messages",
  reads: schemaDocument,
  trigger: /openapi|swagger|asyncapi/i,
  collect({ root }, emit) {
    if (!root.get("openapi") && !root.get("swagger") && !root.get("asyncapi")) return;
    const incoming = incomingSchemas(root);
    const shared = [...((root.get("components")?.get("parameters") ?? root.get("parameters"))?.entries() ?? [])];
    emitParameters(shared, emit);
    const contract: Contract = { emit, kindOf: (name) => (incoming.has(name) ? "input" : "type") };
    const components = root.get("components") ?? root;
    for (const schema of schemasOf(root))
      emitSchema(schema.key, schema.at, schema.value, contract.kindOf(schema.key), contract);
    for (const { key, at, value } of components.get("requestBodies")?.entries() ?? []) {
      const body = bodySchema(value);
      if (body) emitSchema(key, at, body, "input", contract);
    }
    for (const { key, at, value } of components.get("messages")?.entries() ?? []) {
      const payload = value.get("payload");
      if (payload) emitSchema(key, at, payload, "input", contract);
    }
    for (const path of [...(root.get("paths")?.entries() ?? []), ...(root.get("webhooks")?.entries() ?? [])])
      readPath(path, contract);
  },
});

interface Contract {
  readonly emit: Emit;
  readonly kindOf: (name: string) => FieldKind;
}

function schemasOf(root: Tree): readonly Entry[] {
  return (root.get("components")?.get("schemas") ?? root.get("definitions"))?.entries() ?? [];
}

function emitSchema(name: string, at: Range, schema: Tree, kind: FieldKind, { emit }: Contract): void {
  const shape = readJsonSchema(schema);
  const { fields, bases } = toFields(shape);
  if (fields.length === 0 && bases.length === 0) return;
  emit.owner({
    source: "openapi",
    kind,
    name,
    at,
    fields: distinct(fields),
    ...(bases.length > 0 && { bases }),
    ...(shape.comment && { comment: shape.comment }),
  });
}

function readPath({ key: path, value }: Entry, contract: Contract): void {
  const shared = value.get("parameters")?.items() ?? [];
  for (const { key: method, at, value: operation } of value.entries()) {
    if (!METHODS.has(method)) continue;
    const name = `${method.toUpperCase()} ${path}`;
    const parameters = [...shared, ...(operation.get("parameters")?.items() ?? [])];
    const fields = parameters.flatMap((parameter) => parameterField(parameter));
    const bodies = [
      bodySchema(operation.get("requestBody")),
      ...parameters.map((parameter) => (parameter.get("in")?.text() === "body" ? parameter.get("schema") : null)),
    ];
    const inline = bodies.flatMap((body) => (body && !body.get("$ref") ? [toFields(readJsonSchema(body))] : []));
    const all = [...fields, ...inline.flatMap((body) => body.fields)];
    const bases = inline.flatMap((body) => body.bases);
    if (all.length > 0 || bases.length > 0)
      contract.emit.owner({
        source: "openapi",
        kind: "input",
        name,
        at,
        fields: distinct(all),
        ...(bases.length > 0 && { bases }),
      });
    for (const { key: status, at: statusAt, value: response } of operation.get("responses")?.entries() ?? []) {
      const answer = bodySchema(response) ?? response.get("schema");
      if (answer && !answer.get("$ref")) emitSchema(`${name} ${status}`, statusAt, answer, "type", contract);
    }
  }
}

/** Parameters that operations refer to are declared once. */
function emitParameters(shared: readonly Entry[], emit: Emit): void {
  const fields = shared.flatMap(({ value }) => parameterField(value));
  const [first] = shared;
  if (first && fields.length > 0)
    emit.owner({ source: "openapi", kind: "input", name: "parameters", at: first.at, fields: distinct(fields) });
}

/** A parameter in the query, path, header or form; one by reference is reported where it is declared. */
function parameterField(declared: Tree): FieldDraft[] {
  const name = declared.get("name");
  const text = name?.text();
  const where = declared.get("in")?.text();
  if (!name || !text || where === "body" || where === "cookie") return [];
  if (where === "header" && !isInputHeader(text)) return [];
  const schema = declared.get("schema") ?? declared;
  const shape: Shape = readJsonSchema(schema);
  const description = declared.get("description")?.text();
  const said = description ? { ...shape, comment: description } : shape;
  return toFields({ type: "object", members: [{ name: text, at: name.range, shape: said }] }).fields;
}

/** The schema of the first kind of content. */
function bodySchema(body: Tree | null): Tree | null {
  return body?.get("content")?.entries()[0]?.value.get("schema") ?? null;
}

/** Names of the schemas that come in with requests, those inside them included. */
function incomingSchemas(root: Tree): ReadonlySet<string> {
  const schemas = new Map(schemasOf(root).map(({ key, value }) => [key, value]));
  const incoming = new Set<string>();
  const follow = (tree: Tree, depth: number): void => {
    const name = referenceName(tree.get("$ref")?.text() ?? null);
    if (name !== null) {
      if (incoming.has(name)) return;
      incoming.add(name);
      const schema = schemas.get(name);
      if (schema) follow(schema, 0);
    } else if (depth < 40) {
      for (const { value } of tree.entries()) follow(value, depth + 1);
      for (const item of tree.items()) follow(item, depth + 1);
    }
  };
  for (const { value: path } of root.get("paths")?.entries() ?? []) {
    for (const { value: operation } of path.entries()) {
      for (const part of [operation.get("requestBody"), operation.get("parameters")]) if (part) follow(part, 0);
    }
  }
  const bodies = root.get("components")?.get("requestBodies");
  if (bodies) follow(bodies, 0);
  return incoming;
}

function distinct(fields: readonly FieldDraft[]): FieldDraft[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
