import type { BaseDraft, Emit, FieldDraft } from "../collector.js";
import { decoratorsOf, stringValue, type Script } from "../estree/index.js";
import {
  classBases,
  classComment,
  decoratedMembers,
  nameOfClass,
  type ClassNode,
  type DecoratedMember,
} from "../stores/decorated-class.js";
import { membersOf, namedRecord } from "../stores/members.js";
import { relationProperty, scalarProperty } from "./properties.js";

const SCALAR = /^(?:Property|PrimaryKey|SerializedPrimaryKey|Enum)$/;
const RELATION = /^(?:OneToOne|OneToMany|ManyToOne|ManyToMany)$/;
const ENTITY = /^(?:Entity|Embeddable)$/;

export function isMikroOrm(module: string | null): boolean {
  return module !== null && /^(?:@mikro-orm\/|mikro-orm)/.test(module);
}

export function readEntityClass(node: ClassNode, script: Script, emit: Emit): void {
  const name = nameOfClass(node);
  if (!name) return;
  const entity = decoratorsOf(node, script).find((one) => ENTITY.test(one.name) && isMikroOrm(one.module));
  const read = decoratedMembers(node, script).flatMap((member) => readMember(member, script));
  if (!entity && read.length === 0) return;
  const options = membersOf(entity?.arguments[0]);
  const table = stringValue(options.get("tableName") ?? options.get("collection"));
  const comment = classComment(node, script) ?? stringValue(options.get("comment"));
  const isAbstract = node.abstract || isTrue(options.get("abstract"));
  emit.owner({
    source: "mikro-orm",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields: read.map(({ field }) => field),
    bases: [...classBases(node), ...read.flatMap(({ base }) => base ?? [])],
    ...(table && { table }),
    ...(comment && { comment }),
    ...(isAbstract && { abstract: true }),
  });
}

function readMember(member: DecoratedMember, script: Script): { field: FieldDraft; base?: BaseDraft }[] {
  const { name, at, comment, declared, decorators } = member;
  const own = decorators.filter(({ module }) => isMikroOrm(module));
  const told = own.find((one) => SCALAR.test(one.name) || RELATION.test(one.name) || one.name === "Embedded");
  if (!told) return [];
  const [first, ...others] = told.arguments;
  const options = membersOf([first, ...others].find((one) => one?.type === "ObjectExpression"));
  if (isFalse(options.get("persist"))) return [];
  const noted = comment ? { comment } : {};
  if (told.name === "Embedded") {
    const record =
      namedRecord(first?.type === "ObjectExpression" ? options.get("entity") : first)?.name ?? declared.target;
    const field: FieldDraft = {
      name,
      at,
      type: "object",
      ...(record && { target: record }),
      ...(comment && { hints: noted }),
    };
    return [{ field, ...(record && { base: { name: record, at, under: `${name}.` } }) }];
  }
  const value = RELATION.test(told.name)
    ? relationProperty(told.name, first, options, declared)
    : scalarProperty(told.name === "Enum" ? withItems(options, first) : options, declared, script);
  const isKey = /PrimaryKey$/.test(told.name);
  const isUnique = own.some((one) => one.name === "Unique");
  const hints = { ...noted, ...value.hints, ...(isKey && { primaryKey: true }), ...(isUnique && { unique: true }) };
  return [{ field: { ...value, name, at, ...(Object.keys(hints).length > 0 && { hints }) } }];
}

/** `@Enum(() => Role)`. */
function withItems(
  options: ReadonlyMap<string, Parameters<typeof membersOf>[0] & object>,
  first: Parameters<typeof membersOf>[0],
): ReturnType<typeof membersOf> {
  if (!first || first.type !== "ArrowFunctionExpression") return options;
  return new Map([...options, ["items", first.body]]);
}

function isTrue(node: Parameters<typeof membersOf>[0]): boolean {
  return node?.type === "Literal" && node.value === true;
}

function isFalse(node: Parameters<typeof membersOf>[0]): boolean {
  return node?.type === "Literal" && node.value === false;
}
