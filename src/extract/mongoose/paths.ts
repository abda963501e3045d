import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, knownText, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { membersOf, namedRecord, optionsIn, resolved } from "../stores/members.js";
import { schemaType } from "./types.js";
import { validatorsIn } from "./validators.js";

/** Fields of a schema definition. Nested paths get dotted names; schemas used for a path become bases under it. */
export interface ReadPaths {
  readonly fields: FieldDraft[];
  readonly bases: BaseDraft[];
  /** Inline schemas that were read as part of this one. */
  readonly inline: TSESTree.Node[];
  /** Literals being read: one that takes part in itself is read once. */
  readonly open: Set<TSESTree.Node>;
}

const DEEPEST = 12;
/** Literals that use each other many times over grow without end. */
const MOST = 20_000;

/** `{ email: { type: String }, address: { city: String }, tags: [String], home: addressSchema, ...shared }`. */
export function readDefinition(node: TSESTree.Node | null | undefined, script: Script): ReadPaths {
  const read: ReadPaths = { fields: [], bases: [], inline: [], open: new Set() };
  readMembers(resolved(node, script), "", read, script, 0);
  return read;
}

function readMembers(node: TSESTree.Node | null, under: string, read: ReadPaths, script: Script, depth: number): void {
  if (!node || depth > DEEPEST || read.open.has(node) || read.fields.length > MOST) return;
  read.open.add(node);
  const { members, spreads } = propertiesOf(node);
  for (const spread of spreads) {
    const known = resolved(spread, script);
    const path = calleePath(spread);
    if (known?.type === "ObjectExpression") readMembers(known, under, read, script, depth + 1);
    else if (path && !path.includes("()"))
      read.bases.push({ name: path.join("."), at: spread.range, ...(under && { under }) });
  }
  for (const { name, key, value } of members) {
    const comment = commentBefore(script, key.range[0]);
    readPath({ name: under + name, at: key.range, ...(comment && { hints: { comment } }) }, value, read, script, depth);
  }
  read.open.delete(node);
}

/** One path: its field, and what is nested in it. */
export function readPath(draft: FieldDraft, written: TSESTree.Node, read: ReadPaths, script: Script, depth = 0): void {
  const value = literalBehind(written, script);
  if (value.type === "ObjectExpression" && hasOwnType(value)) return readTyped(draft, value, read, script, depth);
  addOf(draft, value, false, read, script, depth);
}

/** `{ type: …, ref: …, enum: … }`. A member named `type` that has a type of its own is a path called so. */
function hasOwnType(node: TSESTree.ObjectExpression): boolean {
  const type = membersOf(node).get("type");
  return type !== undefined && !(type.type === "ObjectExpression" && membersOf(type).has("type"));
}

function readTyped(
  draft: FieldDraft,
  node: TSESTree.ObjectExpression,
  read: ReadPaths,
  script: Script,
  depth: number,
): void {
  const options = membersOf(node);
  const hints = { ...draft.hints, ...hintsOf(options, script) };
  const choice = hints.options && { type: "enum" as const };
  const type = literalBehind(options.get("type")!, script);
  addOf({ ...draft, ...choice, ...(Object.keys(hints).length > 0 && { hints }) }, type, false, read, script, depth);
}

export function hintsOf(options: ReadonlyMap<string, TSESTree.Node>, script: Script): NonNullable<FieldDraft["hints"]> {
  const members = optionsIn(options.get("enum"), script);
  const ref = options.get("ref");
  const references = ref && (knownText(ref, script) ?? namedRecord(ref)?.name);
  const validators = validatorsIn(options, script);
  const comment = stringValue(options.get("description")) ?? stringValue(options.get("comment"));
  return {
    ...(comment && { comment }),
    ...(members.length > 0 && { options: members }),
    ...(references && { references }),
    ...(validators.length > 0 && { validators }),
    ...(isTrue(options.get("unique")) && { unique: true }),
  };
}

/** Adds the field of a path whose type is written as `value`. */
function addOf(
  draft: FieldDraft,
  value: TSESTree.Node,
  list: boolean,
  read: ReadPaths,
  script: Script,
  depth: number,
): void {
  const listed = { ...draft, ...(list && { list }) };
  switch (value.type) {
    case "ArrayExpression": {
      const [item] = value.elements;
      if (!item || item.type === "SpreadElement") read.fields.push({ type: "json", ...draft, list: true });
      else readItem(draft, literalBehind(item, script), read, script, depth);
      return;
    }
    case "ObjectExpression": {
      const isEmpty = value.properties.length === 0;
      read.fields.push({ type: isEmpty ? "json" : "object", ...listed });
      readMembers(value, `${draft.name}.`, read, script, depth + 1);
      return;
    }
    case "NewExpression":
      if (value.arguments[0] && calleePath(value.callee)?.at(-1) === "Schema") {
        read.inline.push(value);
        addOf(draft, literalBehind(value.arguments[0], script), list, read, script, depth + 1);
      } else read.fields.push({ type: "unknown", ...listed });
      return;
    default:
      addNamed(listed, value, read);
  }
}

/** An item of a list is a type, or a definition with options of its own. */
function readItem(draft: FieldDraft, item: TSESTree.Node, read: ReadPaths, script: Script, depth: number): void {
  if (item.type === "ObjectExpression" && hasOwnType(item))
    readTyped({ ...draft, list: true }, item, read, script, depth + 1);
  else addOf(draft, item, true, read, script, depth + 1);
}

function addNamed(draft: FieldDraft, value: TSESTree.Node, read: ReadPaths): void {
  const type = schemaType(value);
  if (type) {
    read.fields.push({ type, ...draft });
    return;
  }
  const isName = value.type === "Identifier" || value.type === "MemberExpression";
  const record = isName ? namedRecord(value) : null;
  read.fields.push({ type: record ? "object" : "unknown", ...draft, ...(record && { target: record.name }) });
  if (record) read.bases.push({ name: record.name, at: value.range, under: `${draft.name}.` });
}

/** The literal a name of this file stands for. A schema kept under a name is a record of its own and stays a name. */
function literalBehind(node: TSESTree.Node, script: Script): TSESTree.Node {
  const known = resolved(node, script);
  return known && (known.type === "ObjectExpression" || known.type === "ArrayExpression") ? known : node;
}

function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}
