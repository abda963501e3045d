import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Hints, ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import {
  commentBefore,
  decoratorsOf,
  keyName,
  readTypeMembers,
  valueTypeOf,
  type DecoratorCall,
  type Script,
} from "../estree/index.js";
import { describeProperty } from "./decorators.js";

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A property of a class, declared in its body or in its constructor. */
export interface ClassProperty {
  readonly name: string;
  readonly key: TSESTree.Node;
  readonly annotation: TSESTree.TypeNode | undefined;
  readonly value: TSESTree.Node | null;
  readonly decorators: readonly DecoratorCall[];
  readonly isPublic: boolean;
  readonly start: number;
}

/** Properties and accessors of instances; those of the class itself are not among them. */
export function classProperties(node: ClassNode, script: Script): ClassProperty[] {
  return node.body.body.flatMap((member): ClassProperty[] => {
    switch (member.type) {
      case "PropertyDefinition":
      case "TSAbstractPropertyDefinition":
      case "AccessorProperty":
        return member.static ? [] : propertyOf(member, member.typeAnnotation?.typeAnnotation, member.value, script);
      case "MethodDefinition":
        if (member.kind === "constructor") return parameterProperties(member.value, script);
        if (member.kind === "method" || member.static) return [];
        // `@Expose() get fullName()` is a member to whoever reads the record.
        return member.decorators.length > 0 ? propertyOf(member, accessorType(member.value), null, script) : [];
      default:
        return [];
    }
  });
}

function propertyOf(
  member:
    | TSESTree.PropertyDefinition
    | TSESTree.MethodDefinition
    | TSESTree.AccessorProperty
    | TSESTree.TSAbstractPropertyDefinition,
  annotation: TSESTree.TypeNode | undefined,
  value: TSESTree.Node | null,
  script: Script,
): ClassProperty[] {
  const name = keyName(member);
  if (name === null) return [];
  const decorators = decoratorsOf(member, script);
  const start = Math.min(member.range[0], ...member.decorators.map(({ range }) => range[0]));
  return [{ name, key: member.key, annotation, value, decorators, isPublic: isPublic(member.accessibility), start }];
}

function accessorType(value: TSESTree.MethodDefinition["value"]): TSESTree.TypeNode | undefined {
  return value.returnType?.typeAnnotation;
}

function parameterProperties(constructor: TSESTree.MethodDefinition["value"], script: Script): ClassProperty[] {
  return constructor.params.flatMap((parameter): ClassProperty[] => {
    if (parameter.type !== "TSParameterProperty") return [];
    const { parameter: inner } = parameter;
    const id = inner.type === "AssignmentPattern" ? inner.left : inner;
    if (id.type !== "Identifier") return [];
    const decorators = decoratorsOf(parameter, script);
    return [
      {
        name: id.name,
        key: id,
        annotation: id.typeAnnotation?.typeAnnotation,
        value: inner.type === "AssignmentPattern" ? inner.right : null,
        decorators,
        isPublic: isPublic(parameter.accessibility),
        start: parameter.range[0],
      },
    ];
  });
}

function isPublic(accessibility: string | undefined): boolean {
  return accessibility === undefined || accessibility === "public";
}

/** The field a property declares, and what an inline type of it holds. Properties that hold functions declare none. */
export function fieldsOfProperty(property: ClassProperty, script: Script): FieldDraft[] {
  const { name, key, annotation, value, decorators, start } = property;
  const read = valueTypeOf(annotation);
  const said = describeProperty(decorators, script);
  const type = annotation ? read.type : (said.type ?? literalType(value));
  if (type === "function") return [];
  const isPlain = annotation !== undefined && /^(?:string|number|boolean|date)$/.test(read.type);
  const target = isPlain ? undefined : (said.target ?? read.target);
  const comment = said.hints.comment ?? commentBefore(script, start);
  const options = said.hints.options ?? read.options;
  const hints: Hints = { ...said.hints, ...(comment && { comment }), ...(options && { options }) };
  const field: FieldDraft = {
    name,
    at: nameRange(key),
    type: settle(type, said.type),
    ...((read.list || said.list) && { list: true }),
    ...(target && { target }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
  return read.members ? [field, ...readTypeMembers(read.members, `${name}.`)] : [field];
}

/** The name alone: the range of a parameter takes in its annotation. */
function nameRange(key: TSESTree.Node): readonly [number, number] {
  return key.type === "Identifier" ? [key.range[0], key.range[0] + key.name.length] : key.range;
}

/** An enum type stands as a name in the annotation; the decorator tells it from a record. */
function settle(type: ValueType, said: ValueType | undefined): ValueType {
  return said && (type === "unknown" || (type === "relation" && said === "enum")) ? said : type;
}

function literalType(value: TSESTree.Node | null): ValueType {
  if (value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression") return "function";
  if (value?.type === "NewExpression") return "unknown";
  if (value?.type !== "Literal") return "unknown";
  const kind = typeof value.value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : "unknown";
}
