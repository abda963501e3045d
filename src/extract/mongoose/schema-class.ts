import type { Emit, FieldDraft } from "../collector.js";
import { calleePath, decoratorsOf, stringValue, type DecoratorCall, type Script } from "../estree/index.js";
import {
  classBases,
  classComment,
  decoratedMembers,
  nameOfClass,
  type ClassNode,
  type DecoratedMember,
} from "../stores/decorated-class.js";
import { membersOf, namedRecord } from "../stores/members.js";
import { hintsOf, readPath, type ReadPaths } from "./paths.js";

/** `@Prop` of @nestjs/mongoose, `@prop` of Typegoose. */
const PROPERTY = /^(?:[Pp]rop|arrayProp|mapProp)$/;

function isMongoose(module: string | null): boolean {
  return module !== null && /mongoose|typegoose/.test(module);
}

/** A class whose decorated properties become the paths of a schema. */
export function readSchemaClass(node: ClassNode, script: Script, emit: Emit): void {
  const name = nameOfClass(node);
  if (!name) return;
  const own = decoratorsOf(node, script).filter(({ module }) => isMongoose(module));
  const schema = own.find((one) => /^(?:Schema|modelOptions)$/.test(one.name));
  const read: ReadPaths = { fields: [], bases: [], inline: [], open: new Set() };
  for (const member of decoratedMembers(node, script)) {
    const property = member.decorators.find((one) => PROPERTY.test(one.name) && isMongoose(one.module));
    if (property) readProperty(member, property, read, script);
  }
  if (!schema && read.fields.length === 0) return;
  const options = membersOf(schema?.arguments[0]);
  const table = stringValue(
    membersOf(options.get("schemaOptions")).get("collection") ?? options.get("collection") ?? null,
  );
  const comment = classComment(node, script);
  emit.owner({
    source: "mongoose",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields: read.fields,
    bases: [...classBases(node), ...read.bases],
    ...(table && { table }),
    ...(comment && { comment }),
    ...(node.abstract && { abstract: true }),
  });
}

function readProperty(
  member: DecoratedMember,
  { arguments: given }: DecoratorCall,
  read: ReadPaths,
  script: Script,
): void {
  const { name, at, comment, declared } = member;
  const draft: FieldDraft = { name, at, ...(comment && { hints: { comment } }) };
  const [first] = given;
  // `@Prop([String])`, `@Prop(String)`, `@Prop(raw({ … }))`.
  const isRaw = first?.type === "CallExpression" && calleePath(first.callee)?.at(-1) === "raw";
  if (isRaw && first.arguments[0]) return readPath(draft, first.arguments[0], read, script);
  const options = membersOf(first);
  if (first && (first.type !== "ObjectExpression" || isWritten(options))) return readPath(draft, first, read, script);
  const hints = { ...draft.hints, ...hintsOf(options, script) };
  const typed = namedRecord(options.get("type"));
  const choices = hints.options ?? declared.options;
  const list = declared.list || typed?.list === true;
  read.fields.push({
    ...draft,
    type: choices ? "enum" : declared.type === "relation" ? (hints.references ? "relation" : "object") : declared.type,
    ...(list && { list }),
    ...(declared.target && { target: declared.target }),
    ...(Object.keys(hints).length > 0 && { hints: { ...hints, ...(choices && { options: choices }) } }),
  });
}

/** A type that is no function: Typegoose gives types as `() => [Address]`, which the annotation says better. */
function isWritten(options: ReadonlyMap<string, { readonly type: string }>): boolean {
  const type = options.get("type");
  return type !== undefined && type.type !== "ArrowFunctionExpression" && type.type !== "FunctionExpression";
}
