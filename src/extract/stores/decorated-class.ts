import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft } from "../collector.js";
import {
  calleePath,
  commentBefore,
  decoratorsOf,
  keyName,
  valueTypeOf,
  type DecoratorCall,
  type Script,
} from "../estree/index.js";

import { typeOfInitial } from "../forms/initial.js";

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A property of a class that carries decorators. */
export interface DecoratedMember {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly decorators: readonly DecoratorCall[];
  /** What its annotation says. */
  readonly declared: ReturnType<typeof valueTypeOf>;
  readonly comment: string | null;
}

export function decoratedMembers(node: ClassNode, script: Script): DecoratedMember[] {
  return node.body.body.flatMap((member): DecoratedMember[] => {
    const property = propertyOf(member);
    if (!property || !("decorators" in member) || member.decorators.length === 0) return [];
    const name = keyName(property);
    if (name === null) return [];
    return [
      {
        name,
        at: property.key.range,
        decorators: decoratorsOf(member, script),
        declared:
          property.annotation || !property.value ? valueTypeOf(property.annotation) : initialType(property.value),
        comment: commentBefore(script, member.range[0]),
      },
    ];
  });
}

interface Property {
  readonly key: TSESTree.Node;
  readonly computed: boolean;
  readonly annotation: TSESTree.TypeNode | undefined;
  /** What it begins with. */
  readonly value: TSESTree.Node | null;
}

/** Properties, and getters, which some mappers take for columns. */
function propertyOf(member: TSESTree.ClassElement): Property | null {
  switch (member.type) {
    case "PropertyDefinition":
    case "TSAbstractPropertyDefinition":
    case "AccessorProperty":
      return {
        key: member.key,
        computed: member.computed,
        annotation: member.typeAnnotation?.typeAnnotation,
        value: member.value,
      };
    case "MethodDefinition":
      return member.kind === "get"
        ? {
            key: member.key,
            computed: member.computed,
            annotation: member.value.returnType?.typeAnnotation,
            value: null,
          }
        : null;
    default:
      return null;
  }
}

/** `bio = ""`, `createdAt = new Date()`. What begins empty or as a list says too little. */
function initialType(value: TSESTree.Node): ReturnType<typeof valueTypeOf> {
  const { type = "unknown", list = false } = typeOfInitial(value);
  return { type: list || type === "object" ? "unknown" : type, list: false };
}

/** What a class extends, mixins included: `Base`, `orm.Base`, `WithTimes(Base)`. */
export function classBases(node: ClassNode): BaseDraft[] {
  return node.superClass ? basesIn(node.superClass, 0) : [];
}

function basesIn(node: TSESTree.Node, depth: number): BaseDraft[] {
  if (node.type === "CallExpression" && depth < 5) {
    const inner = node.arguments.flatMap((argument) => basesIn(argument, depth + 1));
    return [...basesIn(node.callee, depth + 1), ...inner];
  }
  const path = node.type === "Identifier" || node.type === "MemberExpression" ? calleePath(node) : null;
  return path ? [{ name: path.join("."), at: node.range }] : [];
}

export function nameOfClass(node: ClassNode): string | null {
  if (node.id) return node.id.name;
  const { parent } = node;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : null;
}

/** The comment over a class, over its decorators and `export` included. */
export function classComment(node: ClassNode, script: Script): string | null {
  const outer = node.parent.type.startsWith("Export") ? node.parent : node;
  const first = node.decorators[0];
  return commentBefore(script, Math.min(outer.range[0], first?.range[0] ?? outer.range[0]));
}
