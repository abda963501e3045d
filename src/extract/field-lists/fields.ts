import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, stringValue, type Script } from "../estree/index.js";
import { membersOf, namedRecord, optionsIn, resolved } from "../stores/members.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ...(
    ["text", "textarea", "email", "password", "slug", "code", "radio", "select", "string", "url", "tel"] as const
  ).map((name): [string, ValueType] => [name, "string"]),
  ["number", "number"],
  ["checkbox", "boolean"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["datetime", "date"],
  ["json", "json"],
  ["richText", "json"],
  ["block", "json"],
  ["blocks", "json"],
  ["point", "json"],
  ["geopoint", "json"],
  ["upload", "relation"],
  ["relationship", "relation"],
  ["reference", "relation"],
  ["join", "relation"],
  ["image", "file"],
  ["file", "file"],
  ["group", "object"],
  ["array", "object"],
  ["object", "object"],
]);
/** Only shown, or only for layout: what stands in them belongs to the record around. */
const LAYOUT = /^(?:row|collapsible|tabs|tab|ui|column|section)$/;
const DEEPEST = 12;

/** Lists that use each other many times over grow without end. */
const MOST = 20_000;

export interface ReadFields {
  readonly fields: FieldDraft[];
  readonly bases: BaseDraft[];
}

interface Reading extends ReadFields {
  readonly script: Script;
  /** Lists being read: one that takes part in itself is read once. */
  readonly open: Set<TSESTree.Node>;
}

/** `[{ name: "email", type: "email" }, { type: "row", fields: [ … ] }, ...seoFields]`: how content systems list the fields of a record. */
export function readFieldList(node: TSESTree.Node | undefined, script: Script): ReadFields {
  const reading: Reading = { fields: [], bases: [], script, open: new Set() };
  readList(node, "", reading, 0);
  return { fields: reading.fields, bases: reading.bases };
}

function readList(node: TSESTree.Node | undefined, under: string, reading: Reading, depth: number): void {
  const list = resolved(node, reading.script);
  if (list?.type !== "ArrayExpression" || depth > DEEPEST) return;
  if (reading.open.has(list) || reading.fields.length > MOST) return;
  reading.open.add(list);
  for (const element of list.elements) {
    if (element?.type === "SpreadElement") {
      const known = resolved(element.argument, reading.script);
      const path = calleePath(element.argument);
      if (known?.type === "ArrayExpression") readList(known, under, reading, depth + 1);
      else if (path && !path.includes("()"))
        reading.bases.push({ name: path.join("."), at: element.range, ...(under && { under }) });
    } else if (element) readField(element, under, reading, depth);
  }
  reading.open.delete(list);
}

function readField(element: TSESTree.Node, under: string, reading: Reading, depth: number): void {
  const literal = fieldLiteral(element, reading.script);
  if (!literal) return;
  const options = membersOf(literal);
  const type = stringValue(options.get("type"));
  const at = options.get("name");
  const name = stringValue(at);
  const isLayout = type === null || LAYOUT.test(type);
  const within = name === null || !at ? under : `${under}${name}.`;
  if (at && name !== null && type !== "ui" && !(isLayout && type !== "tab" && type !== null))
    reading.fields.push(fieldOf(under + name, at, type, options, literal, reading.script));
  for (const key of ["fields", "tabs", "of"]) readList(options.get(key), within, reading, depth + 1);
}

/** The literal itself, or what a defining function is given: `defineField({ … })`. */
function fieldLiteral(element: TSESTree.Node, script: Script): TSESTree.ObjectExpression | null {
  const known = resolved(element, script);
  const given = known?.type === "CallExpression" ? known.arguments[0] : known;
  return given?.type === "ObjectExpression" ? given : null;
}

function fieldOf(
  name: string,
  at: TSESTree.Node,
  type: string | null,
  options: ReadonlyMap<string, TSESTree.Node>,
  literal: TSESTree.Node,
  script: Script,
): FieldDraft {
  const label = stringValue(options.get("label") ?? options.get("title"));
  const admin = membersOf(options.get("admin"));
  const comment =
    stringValue(options.get("description") ?? admin.get("description")) ?? commentBefore(script, literal.range[0]);
  const choices = choicesIn(options, script);
  const related = options.get("relationTo") ?? options.get("to");
  const target = related && firstRecord(related);
  const many = options.get("hasMany");
  const list = /^(?:array|blocks)$/.test(type ?? "") || (many?.type === "Literal" && many.value === true);
  return {
    name,
    // The text between the quotes.
    at: [at.range[0] + 1, at.range[1] - 1],
    type: choices.length > 0 ? "enum" : (TYPES.get(type ?? "") ?? (type === "tab" ? "object" : "unknown")),
    ...(list && { list }),
    ...(target && { target }),
    hints: {
      ...(/^(?:email|password|tel|url)$/.test(type ?? "") && { inputType: type! }),
      ...(label && { label }),
      ...(comment && { comment }),
      ...(choices.length > 0 && { options: choices }),
      ...(isTrue(options.get("unique")) && { unique: true }),
    },
  };
}

/** `options: ["a", { label, value }]`, `options: { list: [ … ] }`. */
function choicesIn(options: ReadonlyMap<string, TSESTree.Node>, script: Script): string[] {
  const given = options.get("options");
  const list = resolved(given?.type === "ObjectExpression" ? membersOf(given).get("list") : given, script);
  if (list?.type !== "ArrayExpression") return [];
  const values = list.elements.flatMap((one) => stringValue(membersOf(one).get("value")) ?? []);
  return values.length > 0 ? values : optionsIn(list, script);
}

/** `"users"`, `["users", "teams"]`, `[{ type: "person" }]`. */
function firstRecord(node: TSESTree.Node): string | null {
  const one = node.type === "ArrayExpression" ? node.elements[0] : node;
  if (one?.type === "ObjectExpression") return stringValue(membersOf(one).get("type"));
  return namedRecord(one)?.name ?? null;
}

function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}
