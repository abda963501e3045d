import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit } from "../collector.js";
import { calleePath, commentBefore, defineEstreeCollector, stringValue, type Script } from "../estree/index.js";
import { readFieldList } from "../field-lists/fields.js";
import { ownerNameOf } from "../naming/index.js";
import { isSpreadHere, membersOf } from "../stores/members.js";

export default defineEstreeCollector({
  id: "content",
  recognises: "collections and documents that content systems such as Payload and Sanity are configured with",
  trigger: /\bfields["']?\s*:/,
  visit: (script, emit) => ({
    ObjectExpression: (node) => collectType(node, script, emit),
    VariableDeclarator: (node) => collectList(node, script, emit),
  }),
});

/** `{ slug: "users", fields: [ … ] }`; `{ name: "author", type: "document", fields: [ … ] }`. */
function collectType(node: TSESTree.ObjectExpression, script: Script, emit: Emit): void {
  const options = membersOf(node);
  const fields = options.get("fields");
  if (!fields) return;
  const type = stringValue(options.get("type"));
  const isDocument = type === "document" || (type === "object" && isDefinition(node));
  const named = options.get("slug") ?? (isDocument ? options.get("name") : undefined);
  const name = stringValue(named);
  if (!named || name === null) return;
  const read = readFieldList(fields, script);
  if (read.fields.length === 0 || !read.fields.some((field) => field.type !== "unknown")) return;
  const own = ownerNameOf(node, script);
  const comment = stringValue(options.get("description")) ?? commentBefore(script, node.range[0]);
  emit.owner({
    source: "content",
    name,
    kind: "store",
    at: named.range,
    fields: read.fields,
    bases: read.bases,
    ...(own.name !== name && { binding: own.binding ?? own.name }),
    ...(comment && { comment }),
  });
}

/** An object type is declared, never nested: nested ones are fields. */
function isDefinition({ parent }: TSESTree.ObjectExpression): boolean {
  if (parent.type === "CallExpression") return calleePath(parent.callee)?.join(".") === "defineType";
  return parent.type !== "ArrayExpression" && parent.type !== "Property";
}

/** `export const seoFields: Field[] = [ … ]`: fields for collections to spread. */
function collectList({ id, init }: TSESTree.VariableDeclarator, script: Script, emit: Emit): void {
  if (id.type !== "Identifier" || init?.type !== "ArrayExpression" || isSpreadHere(id, script)) return;
  const annotation = id.typeAnnotation?.typeAnnotation;
  const element = annotation?.type === "TSArrayType" ? annotation.elementType : null;
  if (element?.type !== "TSTypeReference" || element.typeName.type !== "Identifier") return;
  if (!/^(?:Field|FieldDefinition)$/.test(element.typeName.name)) return;
  const imported = script.imports.get(element.typeName.name)?.module;
  if (!imported || !/payload|sanity/.test(imported)) return;
  const { fields, bases } = readFieldList(init, script);
  if (fields.length > 0) emit.owner({ source: "content", name: id.name, kind: "store", at: id.range, fields, bases });
}
