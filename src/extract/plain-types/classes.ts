import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, FieldDraft } from "../collector.js";
import {
  calleePath,
  decoratorsOf,
  keyName,
  readTypeMembers,
  stringValue,
  valueTypeOf,
  type Script,
} from "../estree/index.js";
import { assignedFields } from "./assigned.js";
import { withComment } from "./shape.js";

/** Decorators of classes that do work rather than hold data. */
const WORKING_DECORATORS =
  /^(?:Injectable|Inject|Service|Controller|RestController|JsonController|Component|Directive|Pipe|NgModule|Module|Resolver|Catch|WebSocketGateway|Processor|EventsHandler|CommandHandler|QueryHandler|EventSubscriber|Command|SubCommand|Console|customElement|singleton|injectable|provide|State|Plugin|Middleware|Global|Options|Scheduler|Task)$/;
/** Endings of the names of such classes. */
const WORKING_NAME =
  /(?:Service|Services|ServiceImpl|Controller|Repository|Repo|Module|Component|Guard|Interceptor|Middleware|Resolver|Provider|Factory|Manager|Handler|Gateway|Strategy|Helper|Utils?|Client|Adapter|Builder|Plugin|Processor|Worker|Listener|Subscriber|Migration|Seeder|Job|Queue|Pipe|Filter|Store|Facade|Effects|Logger|Error|Exception|Parser|Renderer|Cache|Engine|Scheduler|Server|App|Api|Connector|Driver|Validator|Mapper|Serializer|Transformer|Tests?|Spec|Element|Directive|Page|Screen|View|Widget|Dialog|Modal|UseCase|Saga|Bus|Emitter|Observer|Container|Registry|Loader|Runner|Generator|Stream|Transport|Formatter|Compiler|Visitor|Router|Dao|Sdk|SDK|Stack|Construct|\d{10,})$/;
const WORKING_BASE =
  /(?:^|\.)(?:Component|PureComponent|LitElement|HTMLElement|EventEmitter|TypedEmitter|Vue|VuexModule|Construct|Stack|Transform|Readable|Writable|Duplex|Strategy|AuthGuard|PassportStrategy|Error|TypeError|HttpException|Map|Set|Array|Plugin|Command)$|(?:Service|Controller|Repository|Exception|Error|Component|Element|Provider|Handler|Strategy|Guard|Adapter|Client)$/;

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Fields of a class that holds data; null for one that does work. */
export function readClass(node: ClassNode, script: Script): { fields: FieldDraft[]; bases: BaseDraft[] } | null {
  const name = node.id?.name ?? "";
  if (WORKING_NAME.test(name)) return null;
  if (decoratorsOf(node, script).some((decorator) => WORKING_DECORATORS.test(decorator.name))) return null;
  const base = node.superClass ? (calleePath(node.superClass)?.join(".") ?? "") : "";
  if (WORKING_BASE.test(base)) return null;
  const constructor = node.body.body.find(isConstructor);
  if (constructor && takesServices(constructor)) return null;
  const declared = [...(constructor ? parameterProperties(constructor, script) : []), ...properties(node, script)];
  const fields = declared.length > 0 || !constructor ? declared : assignedFields(constructor);
  if (fields === null) return null;
  const bases = baseOf(node.superClass);
  if (fields.length === 0 && bases.length === 0) return null;
  const methods = node.body.body.filter((member) => isMethod(member)).length;
  return methods > 2 * fields.length + 1 ? null : { fields, bases };
}

function properties(node: ClassNode, script: Script): FieldDraft[] {
  return node.body.body.flatMap((member) => {
    if (!isProperty(member) || member.static) return [];
    const name = keyName(member);
    const field =
      name === null ? [] : readProperty(name, member, member.typeAnnotation, member.value, member.accessibility);
    return field.map((one, index) => withComment(one, script, index === 0 ? member.range[0] : undefined));
  });
}

function parameterProperties(constructor: TSESTree.MethodDefinition, script: Script): FieldDraft[] {
  return constructor.value.params.flatMap((parameter) => {
    if (parameter.type !== "TSParameterProperty") return [];
    const { parameter: inner, accessibility } = parameter;
    const id = inner.type === "AssignmentPattern" ? inner.left : inner;
    if (id.type !== "Identifier") return [];
    const key = { key: { ...id, range: [id.range[0], id.range[0] + id.name.length] as [number, number] } };
    const field = readProperty(id.name, key, id.typeAnnotation, null, accessibility);
    return field.map((one, index) => withComment(one, script, index === 0 ? parameter.range[0] : undefined));
  });
}

/** What holds a collaborator, a function or internal state is no datum; private data of plain type is (classes with getters keep it so). */
function readProperty(
  name: string,
  { key }: { readonly key: { readonly range: readonly [number, number] } },
  annotation: TSESTree.TSTypeAnnotation | undefined,
  value: TSESTree.Expression | null,
  accessibility: string | undefined,
): FieldDraft[] {
  if (
    value &&
    /^(?:ArrowFunctionExpression|FunctionExpression|NewExpression|CallExpression|AwaitExpression)$/.test(value.type)
  )
    if (!annotation) return [];
  const { type, list, target, options, members } = annotation
    ? valueTypeOf(annotation.typeAnnotation)
    : { ...valueOf(value), target: undefined, options: undefined, members: undefined };
  if (type === "function") return [];
  const hidden = accessibility === "private" || accessibility === "protected";
  if (hidden && (type === "relation" || type === "unknown" || type === "json" || type === "object")) return [];
  const field: FieldDraft = {
    name,
    at: key.range,
    type,
    ...(list && { list }),
    ...(target && { target }),
    ...(options && { hints: { options } }),
  };
  return members ? [field, ...readTypeMembers(members, `${name}.`, 1)] : [field];
}

/** Type of a property that only its first value tells. */
function valueOf(value: TSESTree.Expression | null): { type: NonNullable<FieldDraft["type"]>; list: boolean } {
  if (value?.type === "ArrayExpression") return { type: "unknown", list: true };
  if (value?.type === "ObjectExpression") return { type: "object", list: false };
  if (stringValue(value) !== null) return { type: "string", list: false };
  if (value?.type !== "Literal") return { type: "unknown", list: false };
  if (typeof value.value === "number") return { type: "number", list: false };
  return { type: typeof value.value === "boolean" ? "boolean" : "unknown", list: false };
}

/** `extends User`, `extends PartialType(User)`, `extends OmitType(User, ["password"] as const)`, `extends IntersectionType(A, B)`. */
function baseOf(node: TSESTree.Expression | null): BaseDraft[] {
  if (!node) return [];
  const path = calleePath(node);
  if (path && !path.includes("()")) return [{ name: path.join("."), at: node.range }];
  if (node.type !== "CallExpression") return [];
  const called = calleePath(node.callee)?.at(-1) ?? "";
  if (!/^(?:Partial|Pick|Omit|Intersection|Required)Type$/.test(called)) return [];
  const [first, second] = node.arguments;
  const names = called === "PickType" || called === "OmitType" ? strings(second) : [];
  const bases = (called === "IntersectionType" ? node.arguments : first ? [first] : []).flatMap((argument) =>
    argument.type === "SpreadElement" ? [] : baseOf(argument),
  );
  if (called === "PickType") return bases.map((base) => ({ ...base, pick: names }));
  return called === "OmitType" ? bases.map((base) => ({ ...base, omit: [...(base.omit ?? []), ...names] })) : bases;
}

function strings(node: TSESTree.Node | undefined): string[] {
  const array = node?.type === "TSAsExpression" ? node.expression : node;
  if (array?.type !== "ArrayExpression") return [];
  return array.elements.flatMap((element) => stringValue(element) ?? []);
}

const COLLABORATOR =
  /(?:Service|Repository|Repo|Client|Logger|Factory|Provider|Manager|Bus|Gateway|Mailer|Queue|Store|Adapter|Connection|DataSource|EntityManager|Model|Router|Http|HttpClient|Api|Cache|Emitter|Emitter2)$/;

/** A constructor that is handed collaborators belongs to a class that works with them. */
function takesServices(constructor: TSESTree.MethodDefinition): boolean {
  return constructor.value.params.some((parameter) => {
    const inner = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
    const id = inner.type === "AssignmentPattern" ? inner.left : inner;
    if ("decorators" in parameter && (parameter.decorators?.length ?? 0) > 0) return true;
    const { target } = valueTypeOf("typeAnnotation" in id ? id.typeAnnotation?.typeAnnotation : undefined);
    return target !== undefined && COLLABORATOR.test(target);
  });
}

function isConstructor(member: TSESTree.ClassElement): member is TSESTree.MethodDefinition {
  return member.type === "MethodDefinition" && member.kind === "constructor";
}

function isMethod(member: TSESTree.ClassElement): boolean {
  return member.type === "MethodDefinition" && member.kind === "method" && !member.static;
}

function isProperty(
  member: TSESTree.ClassElement,
): member is TSESTree.PropertyDefinition | TSESTree.TSAbstractPropertyDefinition | TSESTree.AccessorProperty {
  return /^(?:TSAbstract)?PropertyDefinition$|^AccessorProperty$/.test(member.type);
}
