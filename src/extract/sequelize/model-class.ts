import type { Emit, FieldDraft } from "../collector.js";
import { decoratorsOf, stringValue, type DecoratorCall, type Script } from "../estree/index.js";
import {
  classBases,
  classComment,
  decoratedMembers,
  nameOfClass,
  type ClassNode,
  type DecoratedMember,
} from "../stores/decorated-class.js";
import { membersOf, namedRecord } from "../stores/members.js";
import { readAttribute } from "./attributes.js";

const COLUMN =
  /^(?:Column|Attribute|PrimaryKey|ForeignKey|CreatedAt|UpdatedAt|DeletedAt|AutoIncrement|AllowNull|NotNull)$/;
const RELATION = /^(?:BelongsTo|BelongsToMany|HasOne|HasMany)$/;

function isSequelize(module: string | null): boolean {
  return module !== null && /^(?:@sequelize\/|sequelize)/.test(module);
}

/** Classes of sequelize-typescript and of the decorators of Sequelize 7. */
export function readModelClass(node: ClassNode, script: Script, emit: Emit): void {
  const name = nameOfClass(node);
  if (!name) return;
  const table = decoratorsOf(node, script).find((one) => one.name === "Table" && isSequelize(one.module));
  const members = decoratedMembers(node, script);
  const fields = members.flatMap((member) => readMember(member, script));
  if (!table && fields.length === 0) return;
  const options = membersOf(table?.arguments.find(({ type }) => type === "ObjectExpression"));
  const tableName = stringValue(options.get("tableName")) ?? stringValue(table?.arguments[0]);
  const comment = classComment(node, script);
  emit.owner({
    source: "sequelize",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields,
    bases: classBases(node).filter((base) => !isModel(base.name, script)),
    ...(tableName && { table: tableName }),
    ...(comment && { comment }),
    ...(node.abstract && { abstract: true }),
  });
}

function isModel(name: string, script: Script): boolean {
  return isSequelize(script.imports.get(name)?.module ?? null);
}

function readMember(member: DecoratedMember, script: Script): FieldDraft[] {
  const own = member.decorators.filter(({ module }) => isSequelize(module));
  const relation = own.find(({ name }) => RELATION.test(name));
  if (relation) return [readRelation(member, relation)];
  if (!own.some(({ name }) => COLUMN.test(name))) return [];
  const told = toldType(own, script);
  if (told === "virtual") return [];
  const { declared, name, at } = member;
  const target = declared.target && told?.type === "json" && { target: declared.target };
  const options = told?.hints?.options ?? declared.options;
  const hints = { ...hintsOf(member, own, told), ...(options && { options }) };
  return [
    {
      name,
      at,
      type: told?.type ?? (declared.type === "relation" ? "unknown" : declared.type),
      ...((told?.list ?? declared.list) && { list: true }),
      ...target,
      ...(Object.keys(hints).length > 0 && { hints }),
    },
  ];
}

/** What `@Column(DataType.STRING)` or `@Column({ type, field })` says. */
function toldType(own: readonly DecoratorCall[], script: Script): ReturnType<typeof readAttribute> {
  for (const { name, arguments: given } of own) {
    if ((name === "Column" || name === "Attribute") && given[0]) return readAttribute(given[0], script);
  }
  return null;
}

function hintsOf(
  { comment }: DecoratedMember,
  own: readonly DecoratorCall[],
  told: ReturnType<typeof readAttribute>,
): NonNullable<FieldDraft["hints"]> {
  const find = (wanted: string): DecoratorCall | undefined => own.find(({ name }) => name === wanted);
  const columnOptions = membersOf(find("Column")?.arguments[0]);
  const storedAs = stringValue(columnOptions.get("field")) ?? stringValue(find("ColumnName")?.arguments[0]);
  const said = stringValue(find("Comment")?.arguments[0]) ?? comment;
  const validators = own
    .filter(({ name }) => /^Is[A-Z]/.test(name) && name !== "IsIn")
    .map(({ name }) => name.slice(2));
  const references = namedRecord(find("ForeignKey")?.arguments[0])?.name;
  return {
    ...(told !== "virtual" && told?.hints),
    ...(storedAs && { storedAs }),
    ...(said && { comment: said }),
    ...(validators.length > 0 && { validators: validators.map((name) => name.toLowerCase()) }),
    ...(find("PrimaryKey") && { primaryKey: true }),
    ...(find("Unique") && { unique: true }),
    ...(references && { references }),
  };
}

function readRelation(member: DecoratedMember, { name, arguments: given }: DecoratorCall): FieldDraft {
  const target = namedRecord(given[0])?.name ?? member.declared.target;
  return {
    name: member.name,
    at: member.at,
    type: "relation",
    ...(/Many$/.test(name) && { list: true }),
    ...(target && { target }),
  };
}
