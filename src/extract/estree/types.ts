import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { keyName, stringValue } from "./values.js";

export interface ReadType {
  readonly type: ValueType;
  readonly list: boolean;
  /** Name of the record it refers to. */
  readonly target?: string;
  readonly options?: readonly string[];
  /** Members of an inline type literal. */
  readonly members?: readonly TSESTree.TypeElement[];
}

const WRAPPERS = new Set([
  "Promise",
  "Partial",
  "Required",
  "Readonly",
  "NonNullable",
  "Nullable",
  "Maybe",
  "Optional",
  "Awaited",
  "Relation",
  "Ref",
  "LazyRef",
  "ScalarRef",
  "Rel",
  "Loaded",
  "Opt",
  "Hidden",
  "CreationOptional",
  "NonAttribute",
  "Generated",
  "Observable",
  "FormControl",
  "Signal",
  "WritableSignal",
  "DeepPartial",
]);
const LISTS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet", "Collection", "FormArray"]);
const NAMED: Readonly<Record<string, ValueType>> = {
  String: "string",
  Number: "number",
  Boolean: "boolean",
  Date: "date",
  Buffer: "bytes",
  Uint8Array: "bytes",
  ArrayBuffer: "bytes",
  Blob: "file",
  File: "file",
  FileList: "file",
  FormData: "object",
  Record: "json",
  Object: "json",
  Map: "json",
  Function: "function",
  BigInt: "number",
  Decimal: "number",
  Moment: "date",
  Dayjs: "date",
  DateTime: "date",
  Timestamp: "date",
};

/** What a type annotation says of the value. Wrappers (`Promise<T>`, `T | null`) are taken off; named types become targets. */
export function valueTypeOf(node: TSESTree.TypeNode | null | undefined): ReadType {
  switch (node?.type) {
    case "TSStringKeyword":
    case "TSTemplateLiteralType":
      return { type: "string", list: false };
    case "TSNumberKeyword":
    case "TSBigIntKeyword":
      return { type: "number", list: false };
    case "TSBooleanKeyword":
      return { type: "boolean", list: false };
    case "TSObjectKeyword":
    case "TSMappedType":
      return { type: "json", list: false };
    case "TSFunctionType":
    case "TSConstructorType":
      return { type: "function", list: false };
    case "TSArrayType":
      return { ...valueTypeOf(node.elementType), list: true };
    case "TSTypeOperator":
      return node.typeAnnotation ? valueTypeOf(node.typeAnnotation) : { type: "unknown", list: false };
    case "TSLiteralType":
      return literalType(node);
    case "TSUnionType":
      return unionType(node.types);
    case "TSIntersectionType":
      return intersectionType(node.types);
    case "TSTypeLiteral":
      return { type: "object", list: false, members: node.members };
    case "TSTypeReference":
      return referenceType(node);
    default:
      return { type: "unknown", list: false };
  }
}

function literalType(node: TSESTree.TSLiteralType): ReadType {
  if (node.literal.type !== "Literal") return { type: "string", list: false };
  const { value } = node.literal;
  if (typeof value === "string") return { type: "enum", list: false, options: [value] };
  return { type: typeof value === "boolean" ? "boolean" : "number", list: false };
}

function unionType(types: readonly TSESTree.TypeNode[]): ReadType {
  const real = types.filter((type) => !["TSNullKeyword", "TSUndefinedKeyword", "TSNeverKeyword"].includes(type.type));
  const read = real.map(valueTypeOf);
  const [first] = read;
  if (!first) return { type: "unknown", list: false };
  if (read.every((one) => one.type === "enum"))
    return { type: "enum", list: false, options: read.flatMap((one) => one.options ?? []) };
  const members = read.flatMap((one) => one.members ?? []);
  const main = read.every((one) => one.type === first.type)
    ? first
    : (read.find((one) => one.type === "string") ?? read.find((one) => one.type !== "unknown") ?? first);
  return members.length > 0 ? { ...main, members } : main;
}

/** `User & { role: string }` refers to the record and brings members of its own. */
function intersectionType(types: readonly TSESTree.TypeNode[]): ReadType {
  const read = types.map(valueTypeOf);
  const target = read.find((one) => one.target)?.target;
  const members = read.flatMap((one) => one.members ?? []);
  // `string & Opt`, `string & { __brand: "Email" }`: a mark on a plain value.
  const plain = read.find(({ type }) => /^(?:string|number|boolean|date|enum)$/.test(type));
  if (plain) return plain;
  return { type: "object", list: false, ...(target && { target }), ...(members.length > 0 && { members }) };
}

function referenceType(node: TSESTree.TSTypeReference): ReadType {
  const name = typeName(node.typeName);
  const last = name.split(".").pop()!;
  const [argument] = node.typeArguments?.params ?? [];
  if (LISTS.has(last)) return { ...valueTypeOf(argument), list: true };
  if (WRAPPERS.has(last) && argument) return valueTypeOf(argument);
  if (last === "Record") return recordType(node);
  if (Object.hasOwn(NAMED, last)) return { type: NAMED[last]!, list: false };
  return { type: "relation", list: false, target: name };
}

/** `Record<string, { email: string }>` is free in its keys; what stands under each is declared all the same. */
function recordType(node: TSESTree.TSTypeReference): ReadType {
  const { members } = valueTypeOf(node.typeArguments?.params[1]);
  return { type: "json", list: false, ...(members && { members }) };
}

export function typeName(node: TSESTree.EntityName): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  return `${typeName(node.left)}.${node.right.name}`;
}

/** Fields of an interface body, a type literal or a class body's type members. Methods are no fields; inline structures give dotted names. */
export function readTypeMembers(members: readonly TSESTree.TypeElement[], under = "", depth = 0): FieldDraft[] {
  return members.flatMap((member): FieldDraft[] => {
    if (member.type !== "TSPropertySignature") return [];
    const name = keyName(member) ?? stringValue(member.key);
    if (name === null) return [];
    const { type, list, target, options, members: inner } = valueTypeOf(member.typeAnnotation?.typeAnnotation);
    if (type === "function") return [];
    const field: FieldDraft = {
      name: under + name,
      at: member.key.range,
      type,
      ...(list && { list }),
      ...(target && { target }),
      ...(options && { hints: { options } }),
    };
    return inner && depth < 8 ? [field, ...readTypeMembers(inner, `${under}${name}.`, depth + 1)] : [field];
  });
}
