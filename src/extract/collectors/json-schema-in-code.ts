import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldKind } from "../../model/index.js";
import { defineEstreeCollector, keyName, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { EstreeTree, readJsonSchema } from "../json-schema/index.js";
import { ownerNameOf } from "../naming/index.js";
import { toFields } from "../schema-builders/index.js";

const JSON_TYPES = /^(?:string|number|integer|boolean|object|array|null)$/;
/** What a property of a JSON Schema may begin with when it gives no type. */
const SCHEMA_KEYS = new Set([
  "$ref",
  "enum",
  "const",
  "anyOf",
  "oneOf",
  "allOf",
  "format",
  "properties",
  "items",
  "pattern",
]);

export default defineEstreeCollector({
  id: "json-schema-in-code",
  recognises: "JSON Schemas in code: Ajv, Fastify routes, Swagger decorators, RxDB, tool parameters",
  trigger: /\bproperties\s*:\s*\{/,
  visit(script, emit) {
    const seen = new Set<TSESTree.Node>();
    return {
      ObjectExpression(node) {
        if (seen.has(node) || !isSchema(node)) return;
        markInner(node, seen);
        const { fields, bases } = toFields(readJsonSchema(new EstreeTree(node, script)));
        if (fields.length === 0) return;
        emit.owner({
          source: "json-schema",
          ...nameOf(node, script),
          kind: kindOf(node),
          fields,
          ...(bases.length > 0 && { bases }),
        });
      },
    };
  },
});

/** An object of `type: "object"` whose properties are schemas; mappings of search engines have types of their own. */
function isSchema(node: TSESTree.ObjectExpression): boolean {
  const { members } = propertiesOf(node);
  const properties = members.find(({ name }) => name === "properties")?.value;
  if (properties?.type !== "ObjectExpression") return false;
  const type = stringValue(members.find(({ name }) => name === "type")?.value);
  const says =
    type === "object" || members.some(({ name }) => /^(?:\$schema|\$id|required|additionalProperties)$/.test(name));
  if (!says || (type !== null && type !== "object") || isStoreValidator(node)) return false;
  const inner = propertiesOf(properties).members;
  return inner.length > 0 && inner.every(({ value }) => isProperty(value));
}

function isProperty(value: TSESTree.Node): boolean {
  if (value.type !== "ObjectExpression")
    return value.type === "Identifier" || value.type === "MemberExpression" || value.type === "CallExpression";
  const { members, spreads } = propertiesOf(value);
  const type = members.find(({ name }) => name === "type")?.value;
  const text = stringValue(type);
  if (text !== null) return JSON_TYPES.test(text);
  return (
    type !== undefined ||
    spreads.length > 0 ||
    members.length === 0 ||
    members.some(({ name }) => SCHEMA_KEYS.has(name) || name === "description")
  );
}

/** MongoDB's `$jsonSchema` checks what is stored, and is read with its collection. */
function isStoreValidator({ parent }: TSESTree.ObjectExpression): boolean {
  return parent.type === "Property" && keyName(parent) === "$jsonSchema";
}

/** A database that lives by JSON Schemas (RxDB) gives them a version and a primary key. */
function kindOf(node: TSESTree.ObjectExpression): FieldKind {
  const names = new Set(propertiesOf(node).members.map(({ name }) => name));
  return names.has("primaryKey") && names.has("version") ? "store" : "input";
}

function nameOf(node: TSESTree.ObjectExpression, script: Script): ReturnType<typeof ownerNameOf> {
  const owner = ownerNameOf(node, script);
  const { members } = propertiesOf(node);
  const title = stringValue(members.find(({ name }) => name === "title")?.value);
  return title ? { ...owner, name: title, binding: owner.binding ?? owner.name } : owner;
}

/** Objects inside are part of this schema. */
function markInner(node: TSESTree.Node, seen: Set<TSESTree.Node>): void {
  const open: TSESTree.Node[] = [node];
  for (let current = open.pop(); current; current = open.pop()) {
    if (current.type === "ObjectExpression") {
      seen.add(current);
      for (const { value } of propertiesOf(current).members) open.push(value);
    } else if (current.type === "ArrayExpression") {
      for (const element of current.elements) if (element) open.push(element);
    } else if (current.type === "TSAsExpression" || current.type === "TSSatisfiesExpression")
      open.push(current.expression);
  }
}
