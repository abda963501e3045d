import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import {
  calleePath,
  commentBefore,
  defineEstreeCollector,
  keyName,
  stringValue,
  valueTypeOf,
  type Script,
} from "../estree/index.js";
import { classBases, classComment, nameOfClass, type ClassNode } from "../stores/decorated-class.js";
import { membersOf, namedRecord, optionsIn } from "../stores/members.js";
import { columnType } from "../sql/column-type.js";
import { constructedType } from "../typeorm/columns.js";

/** A library whose classes become records by their decorators. Decorators are named as a path: `Fields.string`, `column.dateTime`. */
interface Library {
  readonly module: RegExp;
  readonly column: RegExp;
  readonly relation: RegExp;
  readonly record: RegExp;
}

const LIBRARIES: readonly Library[] = [
  {
    module: /^(?:@ioc:Adonis\/Lucid\/Orm|@adonisjs\/lucid\/orm)$/,
    column: /^column(?:\.|$)/,
    relation: /^(?:hasOne|hasMany|belongsTo|manyToMany|hasManyThrough)$/,
    record: /^$/,
  },
  {
    module: /^@loopback\/repository$/,
    column: /^property(?:\.|$)/,
    relation: /^(?:hasOne|hasMany|belongsTo|referencesMany|embedsOne|embedsMany)$/,
    record: /^model$/,
  },
  { module: /^remult$/, column: /^(?:Fields\.|Field$)/, relation: /^Relations\./, record: /^Entity$/ },
  {
    module: /^@typedorm\/common$/,
    column: /^(?:Attribute|AutoGenerateAttribute)$/,
    relation: /^$/,
    record: /^Entity$/,
  },
  { module: /^@deepkit\/orm$|^@deepkit\/type$/, column: /^$/, relation: /^$/, record: /^entity\./ },
];

export default defineEstreeCollector({
  id: "records",
  recognises: "classes that Adonis Lucid, LoopBack, Remult and TypeDORM store",
  trigger: /Lucid\/Orm|@adonisjs\/lucid|@loopback\/repository|\bremult\b|@typedorm\//,
  visit: (script, emit) => ({
    ClassDeclaration: (node) => collect(node, script, emit),
    ClassExpression: (node) => collect(node, script, emit),
  }),
});

interface Mark {
  readonly name: string;
  readonly library: Library;
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
}

function collect(node: ClassNode, script: Script, emit: Emit): void {
  const name = nameOfClass(node);
  if (!name) return;
  const record = marksOf(node, script).find((mark) => mark.library.record.test(mark.name));
  const fields = node.body.body.flatMap((member) =>
    member.type === "PropertyDefinition" ? readMember(member, script) : [],
  );
  if (!record && fields.length === 0) return;
  const table = record ? stringValue(record.arguments[0]) : staticText(node, "table");
  const comment = classComment(node, script);
  emit.owner({
    source: "records",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields,
    bases: classBases(node),
    ...(table && { table }),
    ...(comment && { comment }),
    ...(node.abstract && { abstract: true }),
  });
}

function marksOf(node: { readonly decorators: readonly TSESTree.Decorator[] }, script: Script): Mark[] {
  return node.decorators.flatMap(({ expression }) => {
    const callee = expression.type === "CallExpression" ? expression.callee : expression;
    const [head, ...rest] = calleePath(callee) ?? [];
    const imported = head === undefined ? undefined : script.imports.get(head);
    const library = imported && LIBRARIES.find(({ module }) => module.test(imported.module));
    if (!library) return [];
    const name = [imported.imported === "*" ? null : imported.imported, ...rest].filter(Boolean).join(".");
    return [{ name, library, arguments: expression.type === "CallExpression" ? expression.arguments : [] }];
  });
}

function readMember(member: TSESTree.PropertyDefinition, script: Script): FieldDraft[] {
  const name = keyName(member);
  const marks = marksOf(member, script);
  const relation = marks.find((mark) => mark.library.relation.test(mark.name));
  const column = marks.find((mark) => mark.library.column.test(mark.name));
  if (name === null || (!relation && !column)) return [];
  const declared = valueTypeOf(member.typeAnnotation?.typeAnnotation);
  const at = member.key.range;
  const comment = commentBefore(script, member.range[0]);
  if (relation) {
    const target = namedRecord(relation.arguments[0])?.name ?? declared.target;
    // LoopBack puts the key itself under `@belongsTo`: `@belongsTo(() => User) userId: number`.
    const isKey = /belongsTo/.test(relation.name) && /^(?:string|number)$/.test(declared.type);
    const hints = { ...(comment && { comment }), ...(isKey && target && { references: target }) };
    return [
      {
        name,
        at,
        type: isKey ? declared.type : "relation",
        ...(/[Mm]any/.test(relation.name) && { list: true }),
        ...(target && !isKey && { target }),
        ...(Object.keys(hints).length > 0 && { hints }),
      },
    ];
  }
  return [columnField(name, at, column!, declared, comment, script)];
}

function columnField(
  name: string,
  at: readonly [number, number],
  { name: mark, arguments: given }: Mark,
  declared: ReturnType<typeof valueTypeOf>,
  comment: string | null,
  script: Script,
): FieldDraft {
  const options = membersOf(given.find(({ type }) => type === "ObjectExpression"));
  const typed = options.get("type");
  const written = stringValue(typed) ?? (typed?.type === "Identifier" ? typed.name : mark.split(".")[1]);
  const told = written ? (constructedType(written) ?? columnType(written).type) : "unknown";
  const members = optionsIn(membersOf(options.get("jsonSchema")).get("enum") ?? options.get("enum"), script);
  const choices = members.length > 0 ? members : declared.options;
  const format = stringValue(membersOf(options.get("jsonSchema")).get("format"));
  const storedAs = stringValue(options.get("columnName") ?? options.get("dbName"));
  const label = stringValue(options.get("caption"));
  const said = stringValue(options.get("description")) ?? comment;
  const isKey = ["isPrimary", "id"].some((option) => isTrue(options.get(option)));
  const type = told === "unknown" ? declared.type : told;
  const hints = {
    ...(storedAs && { storedAs }),
    ...(format && { validators: [format.toLowerCase()] }),
    ...(label && { label }),
    ...(said && { comment: said }),
    ...(choices && { options: choices }),
    ...(isKey && { primaryKey: true }),
  };
  return {
    name,
    at,
    type: choices ? "enum" : type === "relation" ? "unknown" : type,
    ...(declared.list && { list: true }),
    ...(declared.target && { target: declared.target }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
}

function staticText(node: ClassNode, name: string): string | null {
  const member = node.body.body.find((one) => one.type === "PropertyDefinition" && one.static && keyName(one) === name);
  return member?.type === "PropertyDefinition" ? stringValue(member.value) : null;
}

function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && (node.value === true || node.value === 1);
}
