import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import {
  basesOf,
  classProperties,
  fieldsOfProperty,
  typeReference,
  type ClassNode,
  type ClassProperty,
} from "../dto/index.js";
import {
  decoratorsOf,
  defineEstreeCollector,
  propertiesOf,
  stringValue,
  valueTypeOf,
  type Script,
} from "../estree/index.js";
import { scalarOf } from "../graphql/index.js";
import { className, functionName, isFunction, type FunctionNode } from "../naming/index.js";

const MODULES = /graphql/;

export default defineEstreeCollector({
  id: "code-first-graphql",
  recognises: "GraphQL classes of Nest and TypeGraphQL: input, argument and object types, resolver arguments",
  trigger: /@(?:InputType|ArgsType|ObjectType|InterfaceType|Args?|Field)\s*\(/,
  visit(script, emit) {
    return {
      ClassDeclaration: (node) => readClass(node, script, emit),
      ClassExpression: (node) => readClass(node, script, emit),
      FunctionExpression: (node) => readArguments(node, script, emit),
    };
  },
});

function readClass(node: ClassNode, script: Script, emit: Emit): void {
  const kinds = decoratorsOf(node, script).filter(({ module }) => module === null || MODULES.test(module));
  const kind = kinds.find(({ name }) => /^(?:InputType|ArgsType|ObjectType|InterfaceType)$/.test(name));
  if (!kind) return;
  const fields = classProperties(node, script)
    .filter(({ isPublic }) => isPublic)
    .flatMap((property) => fieldsOf(property, script));
  const bases = basesOf(node.superClass, script);
  if (fields.length === 0 && bases.length === 0) return;
  const name = className(node, script);
  emit.owner({
    source: "graphql",
    kind: kind.name === "InputType" || kind.name === "ArgsType" ? "input" : "type",
    name,
    at: node.id?.range ?? node.range,
    fields,
    bases,
    ...(node.abstract && { abstract: true }),
  });
}

function fieldsOf(property: ClassProperty, script: Script): FieldDraft[] {
  const decorator = property.decorators.find(({ name }) => name === "Field" || name === "HideField");
  if (decorator?.name === "HideField") return [];
  const [field, ...inner] = fieldsOfProperty(property, script);
  if (!field || !decorator) return field ? [field, ...inner] : [];
  const declared = decorator.arguments.find((argument) => argument.type === "ArrowFunctionExpression");
  const target = typeReference(declared);
  const scalar = target ? scalarOf(target) : null;
  const storedAs = stringValue(
    propertiesOf(decorator.arguments.at(-1)).members.find(({ name }) => name === "name")?.value,
  );
  const isList = declared?.type === "ArrowFunctionExpression" && declared.body.type === "ArrayExpression";
  const rest = withoutTarget(field);
  const own = scalar ? (scalar.type === field.type ? {} : { type: known(field.type, scalar.type) }) : {};
  const kept = scalar ? {} : { ...((target ?? field.target) && { target: target ?? field.target! }) };
  const validators = [...(field.hints?.validators ?? []), ...(scalar?.validators ?? [])];
  return [
    {
      ...rest,
      ...own,
      ...kept,
      ...(isList && { list: true }),
      hints: {
        ...field.hints,
        ...(validators.length > 0 && { validators }),
        ...(storedAs && storedAs !== field.name && { storedAs }),
      },
    },
    ...inner,
  ];
}

function withoutTarget(field: FieldDraft): FieldDraft {
  const copy: { -readonly [Key in keyof FieldDraft]: FieldDraft[Key] } = { ...field };
  delete copy.target;
  return copy;
}

/** The annotation says more than the scalar, unless it only names a type. */
function known(
  annotated: FieldDraft["type"],
  scalar: NonNullable<FieldDraft["type"]>,
): NonNullable<FieldDraft["type"]> {
  return !annotated || annotated === "unknown" || annotated === "relation" ? scalar : annotated;
}

/** `register(@Args("email") email: string)`: arguments of one resolver. */
function readArguments(node: FunctionNode, script: Script, emit: Emit): void {
  const fields = node.params.flatMap((parameter) => argumentOf(parameter, script));
  if (fields.length === 0 || !isFunction(node)) return;
  const method = node.parent;
  const name =
    method?.type === "MethodDefinition" && method.key.type === "Identifier"
      ? method.key.name
      : functionName(node, script);
  emit.owner({
    source: "graphql",
    kind: "input",
    name,
    at: method?.type === "MethodDefinition" ? method.key.range : node.range,
    fields,
  });
}

function argumentOf(parameter: TSESTree.Parameter, script: Script): FieldDraft[] {
  if (!parameter.decorators || parameter.decorators.length === 0) return [];
  const decorator = decoratorsOf(parameter, script).find(({ name }) => name === "Args" || name === "Arg");
  const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  if (!decorator || target.type !== "Identifier") return [];
  const [first] = decorator.arguments;
  const options = propertiesOf(decorator.arguments.find(({ type }) => type === "ObjectExpression")).members;
  const option = options.find(({ name }) => name === "name");
  const comment = stringValue(options.find(({ name }) => name === "description")?.value);
  const named = stringValue(first) ?? stringValue(option?.value);
  const read = valueTypeOf(target.typeAnnotation?.typeAnnotation);
  // Without a name it is a class of arguments, whose fields are declared there.
  if (named === null) return [];
  const at = option ? option.value.range : first!.range;
  return [
    {
      name: named,
      at,
      type: read.type,
      ...(read.list && { list: true }),
      ...(read.target && { target: read.target }),
      ...(comment && { hints: { comment } }),
    },
  ];
}
