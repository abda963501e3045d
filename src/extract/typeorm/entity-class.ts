import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, Emit, FieldDraft } from "../collector.js";
import { decoratorsOf, stringValue, type DecoratorCall, type Script } from "../estree/index.js";
import {
  classBases,
  classComment,
  decoratedMembers,
  nameOfClass,
  type ClassNode,
  type DecoratedMember,
} from "../stores/decorated-class.js";
import { namedRecord } from "../stores/members.js";
import { constructedType, optionsAmong, readColumnOptions } from "./columns.js";

const COLUMN =
  /^(?:Column|(?:Primary|PrimaryGenerated|CreateDate|UpdateDate|DeleteDate|Version|ObjectId|View|TreeLevel)Column)$/;
const RELATION = /^(?:OneToOne|OneToMany|ManyToOne|ManyToMany|TreeParent|TreeChildren)$/;
const NOT_STORED = /^(?:VirtualColumn|RelationId|RelationCount)$/;
const ENTITY = /^(?:Entity|ViewEntity|ChildEntity)$/;

export function isTypeorm(module: string | null): boolean {
  return module !== null && /(?:^|\/)typeorm(?:$|[-/])/.test(module);
}

/** A class that is an entity, or that keeps columns for entities: a base class, an embedded class. */
export function readEntityClass(node: ClassNode, script: Script, emit: Emit): void {
  const name = nameOfClass(node);
  if (!name) return;
  const entity = decoratorsOf(node, script).find((one) => ENTITY.test(one.name) && isTypeorm(one.module));
  const members = decoratedMembers(node, script);
  const read = members.flatMap((member) => readMember(member, entity !== undefined, script));
  if (!entity && read.length === 0) return;
  const table = entity && tableOf(entity);
  const comment = classComment(node, script);
  emit.owner({
    source: "typeorm",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields: withKeys(
      read.map(({ field }) => field),
      members,
    ),
    bases: [...classBases(node), ...read.flatMap(({ base }) => base ?? [])],
    ...(table && { table }),
    ...(comment && { comment }),
    ...(node.abstract && { abstract: true }),
  });
}

function tableOf({ arguments: given }: DecoratorCall): string | null {
  const options = optionsAmong(given);
  return stringValue(given[0]) ?? stringValue(options.get("name") ?? options.get("tableName"));
}

interface ReadMember {
  readonly field: FieldDraft;
  readonly base?: BaseDraft;
}

function readMember(member: DecoratedMember, inEntity: boolean, script: Script): ReadMember[] {
  const own = member.decorators.filter(({ module }) => isTypeorm(module));
  if (own.some(({ name }) => NOT_STORED.test(name))) return [];
  const relation = own.find(({ name }) => RELATION.test(name));
  if (relation) return [{ field: readRelation(member, relation, own) }];
  const column = own.find(({ name }) => COLUMN.test(name));
  if (column) return [readColumn(member, column, own, script)];
  // Projects wrap column decorators in their own (`@Money()`, `@EntityId()`); on an entity there is little else.
  const wrapped = inEntity && member.decorators.some(({ module }) => module?.startsWith("."));
  if (!wrapped) return [];
  return [{ field: draft(member, readColumnOptions(null, new Map(), member.declared, script)) }];
}

function readColumn(
  member: DecoratedMember,
  { name, arguments: given }: DecoratorCall,
  own: readonly DecoratorCall[],
  script: Script,
): ReadMember {
  const [first] = given;
  const named = first && isFunction(first) ? namedRecord(first) : null;
  const constructed = named && constructedType(named.name);
  if (named && !constructed) {
    const base = { name: named.name, at: first!.range, under: `${member.name}.` };
    const field = { name: member.name, at: member.at, type: "object", target: named.name } as const;
    return { field: named.list ? { ...field, list: true } : field, ...(!named.list && { base }) };
  }
  const type = first && !isFunction(first) && first.type !== "ObjectExpression" ? first : null;
  const value = readColumnOptions(type, optionsAmong(given), member.declared, script);
  const isKey = /^(?:Primary|ObjectId)/.test(name);
  const isDate = /^(?:CreateDate|UpdateDate|DeleteDate)/.test(name);
  const unique = value.hints.unique || own.some((one) => one.name === "Index" && hasUnique(one));
  return {
    field: draft(member, {
      ...value,
      ...(isDate && { type: "date" }),
      hints: { ...value.hints, ...(isKey && { primaryKey: true }), ...(unique && { unique }) },
    }),
  };
}

function isFunction(node: TSESTree.Node): boolean {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}

function hasUnique({ arguments: given }: DecoratorCall): boolean {
  const unique = optionsAmong(given).get("unique");
  return unique?.type === "Literal" && unique.value === true;
}

function readRelation(member: DecoratedMember, relation: DecoratorCall, own: readonly DecoratorCall[]): FieldDraft {
  const target = namedRecord(relation.arguments[0])?.name ?? member.declared.target;
  const list = /(?:ToMany|TreeChildren)$/.test(relation.name);
  const storedAs = joinColumn(own);
  const cascades = /^cascade$/i.test(stringValue(optionsAmong(relation.arguments).get("onDelete")) ?? "");
  return draft(member, {
    type: "relation",
    ...(list && { list }),
    ...(target && { target }),
    hints: { ...(storedAs && { storedAs }), ...(cascades && { cascades }) },
  });
}

function joinColumn(own: readonly DecoratorCall[]): string | null {
  const join = own.find(({ name }) => name === "JoinColumn");
  return join ? stringValue(optionsAmong(join.arguments).get("name")) : null;
}

function draft(member: DecoratedMember, value: Omit<FieldDraft, "name" | "at">): FieldDraft {
  const { name, at, comment } = member;
  const hints = { ...(comment && { comment }), ...value.hints };
  return { ...value, name, at, ...(Object.keys(hints).length > 0 && { hints }) };
}

/** `userId` beside `@ManyToOne(() => User) user` holds the key of that user. */
function withKeys(fields: readonly FieldDraft[], members: readonly DecoratedMember[]): FieldDraft[] {
  const targets = new Map<string, string>();
  for (const { name, type, list, target, hints } of fields) {
    if (type !== "relation" || list || !target) continue;
    targets.set(hints?.storedAs ?? `${name}Id`, target);
  }
  return fields.map((field) => {
    const references = targets.get(field.hints?.storedAs ?? field.name) ?? targets.get(field.name);
    const isColumn = members.some(({ name }) => name === field.name) && field.type !== "relation";
    return references && isColumn ? { ...field, hints: { ...field.hints, references } } : field;
  });
}
