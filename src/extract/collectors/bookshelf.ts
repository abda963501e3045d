import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, keyName, propertiesOf, stringValue } from "../estree/index.js";
import { typeOfInitial } from "../forms/initial.js";
import { ownerNameOf } from "../naming/index.js";
import { within } from "../stores/within.js";

/** Members of a model in which columns are listed by name. */
const LISTS = /^(?:hidden|visible|fillable|jsonColumns|permittedAttributes|encryptedColumns)$/;

export default defineEstreeCollector({
  id: "bookshelf",
  recognises: "columns that models of Bookshelf name: defaults, hidden and visible ones, and keys of relations",
  trigger: [/\btableName\b/, /bookshelf/i],
  visit: (script, emit) => ({
    CallExpression(node) {
      const path = calleePath(node.callee)?.join(".") ?? "";
      if (!/(?:^|\.)Model\.extend$|bookshelf\.model$/i.test(path)) return;
      const [first, second] = node.arguments;
      const registered = stringValue(first);
      const { members } = propertiesOf(registered === null ? first : second);
      const own = ownerNameOf(node, script);
      const parts = members.map(({ name, key, value }) => ({ name, at: key.range, value }));
      emitModel(registered ?? own.name, own.binding ?? own.name, parts, emit);
    },
    ClassDeclaration(node) {
      const base = node.superClass ? (calleePath(node.superClass)?.join(".") ?? "") : "";
      if (!node.id || !/bookshelf/i.test(base)) return;
      const parts = node.body.body.flatMap((member): Part[] => {
        if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return [];
        const name = keyName(member);
        return name !== null && member.value ? [{ name, at: member.key.range, value: member.value }] : [];
      });
      emitModel(node.id.name, node.id.name, parts, emit);
    },
  }),
});

/** A member of a model, however the model is written. */
interface Part {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly value: TSESTree.Node;
}

function emitModel(name: string, binding: string, parts: readonly Part[], emit: Emit): void {
  const named = parts.find((part) => part.name === "tableName");
  if (!named) return;
  const fields = new Map<string, FieldDraft>();
  for (const field of parts.flatMap(columnsIn)) if (!fields.has(field.name)) fields.set(field.name, field);
  if (fields.size === 0) return;
  const table = stringValue(valueOf(named.value));
  emit.owner({
    source: "bookshelf",
    name,
    kind: "store",
    at: named.at,
    fields: [...fields.values()],
    ...(binding !== name && { binding }),
    ...(table && { table }),
  });
}

function columnsIn({ name, value }: Part): FieldDraft[] {
  const given = valueOf(value);
  if (name === "defaults")
    return propertiesOf(given).members.map((member) => ({
      name: member.name,
      at: member.key.range,
      ...typeOfInitial(member.value),
    }));
  if (LISTS.test(name)) return textsIn(given);
  return isMethod(value) ? keysOfRelation(value) : [];
}

/** What a member holds: the value itself, or what its function gives back. */
function valueOf(node: TSESTree.Node): TSESTree.Node | null {
  if (!isMethod(node)) return node;
  if (node.body?.type !== "BlockStatement") return node.body ?? null;
  const statement = node.body.body.find((one) => one.type === "ReturnStatement");
  return statement?.argument ?? null;
}

function isMethod(node: TSESTree.Node): node is TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

function textsIn(node: TSESTree.Node | null): FieldDraft[] {
  if (node?.type !== "ArrayExpression") return [];
  return node.elements.flatMap((one) => {
    const text = stringValue(one);
    return text === null ? [] : [{ name: text, at: one!.range, type: "unknown" as const }];
  });
}

/** `this.belongsTo("Author", "author_id")` keeps the key in this table. */
function keysOfRelation(node: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression): FieldDraft[] {
  return within(node.body ?? node).flatMap((inner): FieldDraft[] => {
    if (inner.type !== "CallExpression" || calleePath(inner.callee)?.join(".") !== "this.belongsTo") return [];
    const [model, key] = inner.arguments;
    const name = stringValue(key);
    const references = stringValue(model) ?? (model && calleePath(model)?.at(-1));
    if (!key || name === null) return [];
    return [{ name, at: key.range, type: "unknown", ...(references && { hints: { references } }) }];
  });
}
