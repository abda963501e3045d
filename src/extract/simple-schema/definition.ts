import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { membersOf, optionsIn, resolved } from "../stores/members.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["String", "string"],
  ["Number", "number"],
  ["SimpleSchema.Integer", "number"],
  ["Boolean", "boolean"],
  ["Date", "date"],
  ["Object", "object"],
  ["Array", "json"],
  ["Function", "function"],
  ["Match.Any", "json"],
  ["SimpleSchema.Any", "json"],
]);
/** Definitions that use each other have an end. */
const DEEPEST = 10;

export interface ReadSchema {
  readonly fields: readonly FieldDraft[];
  readonly bases: readonly BaseDraft[];
}

interface Typed {
  readonly type: ValueType;
  readonly list?: boolean;
  readonly validators?: readonly string[];
  readonly inner?: ReadSchema;
  /** Another schema, by the name it has in this file. */
  readonly record?: { readonly name: string; readonly at: readonly [number, number] };
}

/** `{ email: { type: String, regEx: SimpleSchema.RegEx.Email }, "emails.$.address": String }`, or a list of such and of other schemas. */
export function readDefinition(node: TSESTree.Node | null | undefined, script: Script, depth = 0): ReadSchema {
  const known = resolved(node, script);
  const fields = new Map<string, FieldDraft>();
  const bases: BaseDraft[] = [];
  const add = (read: ReadSchema): void => {
    for (const field of read.fields) if (!fields.has(field.name)) fields.set(field.name, field);
    bases.push(...read.bases);
  };
  if (!known || depth > DEEPEST) return { fields: [], bases };
  if (isSchema(known)) return readDefinition(known.arguments[0], script, depth + 1);
  if (known.type === "ArrayExpression") {
    for (const one of known.elements) if (one) add(readPart(one, script, depth));
  } else if (known.type === "ObjectExpression") {
    const { members, spreads } = propertiesOf(known);
    for (const spread of spreads) add(readPart(spread, script, depth));
    for (const member of members) {
      const typed = readType(member.value, script, depth);
      const name = pathOf(member.name);
      const { inner, record } = typed;
      // `"tags.$"` says what the items of `tags` are.
      if (/\.\$$/.test(member.name) && fields.has(name)) fields.set(name, { ...fields.get(name)!, type: typed.type });
      else if (!fields.has(name)) fields.set(name, fieldOf(name, member, typed, script));
      if (inner) add(nested(inner, name));
      if (record) bases.push({ ...record, under: `${name}.` });
    }
  }
  return { fields: [...fields.values()], bases };
}

/** What a spread or an item of a list brings: written in this file, or a schema of another. */
function readPart(node: TSESTree.Node, script: Script, depth: number): ReadSchema {
  const known = resolved(node, script);
  if (known && (known.type === "ObjectExpression" || isSchema(known))) return readDefinition(known, script, depth + 1);
  const path = calleePath(node);
  const named = path && !path.includes("()") ? [{ name: path.join("."), at: node.range }] : [];
  return { fields: [], bases: named };
}

function nested({ fields, bases }: ReadSchema, under: string): ReadSchema {
  return {
    fields: fields.map((field) => ({ ...field, name: `${under}.${field.name}` })),
    bases: bases.map((base) => ({ ...base, under: `${under}.${base.under ?? ""}` })),
  };
}

/** `new SimpleSchema(…)`, wherever the class is imported from. */
export function isSchema(node: TSESTree.Node): node is TSESTree.NewExpression {
  return node.type === "NewExpression" && calleePath(node.callee)?.at(-1) === "SimpleSchema";
}

/** Items of lists stand under `$`, which is no name. */
function pathOf(key: string): string {
  return key
    .split(".")
    .filter((part) => part !== "$")
    .join(".");
}

function readType(node: TSESTree.Node, script: Script, depth: number): Typed {
  const known = resolved(node, script);
  if (known?.type === "ObjectExpression") {
    const options = membersOf(known);
    const type = options.get("type");
    const checked = validatorsIn(options.get("regEx"));
    if (!type) return { type: "unknown" };
    return { ...readType(type, script, depth), ...(checked.length > 0 && { validators: checked }) };
  }
  if (known?.type === "ArrayExpression") {
    const [item] = known.elements;
    return { ...(item ? readType(item, script, depth) : { type: "json" as const }), list: true };
  }
  // A schema kept under a name is a record of its own, and its fields stand there.
  if (node.type !== "Identifier" && known && isSchema(known))
    return { type: "object", inner: readDefinition(known.arguments[0], script, depth + 1) };
  const path = calleePath(node);
  const written = path?.join(".") ?? "";
  const type = TYPES.get(written);
  if (type) return { type, ...(written === "Array" && { list: true }) };
  if (/\.RegEx\./.test(written)) return { type: "string", validators: validatorsIn(node) };
  // `SimpleSchema.oneOf(String, Number)`
  if (node.type === "CallExpression")
    return node.arguments[0] ? readType(node.arguments[0], script, depth + 1) : { type: "unknown" };
  return path && !path.includes("()")
    ? { type: "object", record: { name: written, at: node.range } }
    : { type: "unknown" };
}

/** `email` of `SimpleSchema.RegEx.Email`. */
function validatorsIn(node: TSESTree.Node | undefined): string[] {
  const path = node ? calleePath(node) : null;
  return path?.includes("RegEx") ? [path.at(-1)!.toLowerCase()] : [];
}

function fieldOf(
  name: string,
  { key, value }: { readonly key: TSESTree.Node; readonly value: TSESTree.Node },
  { type, list, validators }: Typed,
  script: Script,
): FieldDraft {
  const options = membersOf(resolved(value, script));
  const choices = optionsIn(options.get("allowedValues"), script);
  const label = stringValue(options.get("label"));
  const comment = commentBefore(script, key.range[0]);
  const hints = {
    ...(validators && validators.length > 0 && { validators }),
    ...(label && { label }),
    ...(comment && { comment }),
    ...(choices.length > 0 && { options: choices }),
  };
  return {
    name,
    at: key.range,
    type: choices.length > 0 ? "enum" : type,
    ...(list && { list }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
}
