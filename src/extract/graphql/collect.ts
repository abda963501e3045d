import type {
  DefinitionNode,
  DirectiveNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NameNode,
  TypeNode,
} from "graphql";
import type { FieldKind, Hints } from "../../model/index.js";
import type { Emit, FieldDraft } from "../collector.js";
import type { Range } from "../source-text.js";
import { scalarOf } from "./scalars.js";

/** Directives by which a schema declares stored records rather than what is answered. */
const STORED = /^(?:model|table|entity|collection|node|db)$/i;

type Enums = ReadonlyMap<string, readonly string[]>;

/** Emits the records of a schema: inputs, arguments, and what types answer. Operations declare none. */
export function collectDefinitions(definitions: readonly DefinitionNode[], emit: Emit): void {
  const enums: Enums = new Map(
    definitions
      .filter((node): node is EnumTypeDefinitionNode => node.kind === "EnumTypeDefinition")
      .map(({ name, values = [] }) => [name.value, values.map((value) => value.name.value)]),
  );
  for (const node of definitions) {
    switch (node.kind) {
      case "InputObjectTypeDefinition":
      case "InputObjectTypeExtension":
        emitRecord(node.name, "input", node.fields ?? [], descriptionOf(node), enums, emit);
        break;
      case "ObjectTypeDefinition":
      case "ObjectTypeExtension":
      case "InterfaceTypeDefinition":
      case "InterfaceTypeExtension": {
        const { name, fields = [], directives = [] } = node;
        const kind: FieldKind = directives.some((one) => STORED.test(one.name.value)) ? "store" : "type";
        if (!isRoot(name.value)) emitRecord(name, kind, fields, descriptionOf(node), enums, emit);
        for (const field of fields) emitArguments(name.value, field, enums, emit);
      }
    }
  }
}

function descriptionOf(node: DefinitionNode): string | undefined {
  return "description" in node ? node.description?.value : undefined;
}

function isRoot(name: string): boolean {
  return name === "Query" || name === "Mutation" || name === "Subscription";
}

function emitArguments(
  owner: string,
  { name, arguments: args = [] }: FieldDefinitionNode,
  enums: Enums,
  emit: Emit,
): void {
  if (args.length === 0) return;
  emit.owner({
    source: "graphql",
    kind: "input",
    name: isRoot(owner) ? name.value : `${owner}.${name.value}`,
    at: rangeOf(name),
    fields: args.map((argument) => fieldOf(argument, enums)),
  });
}

function emitRecord(
  name: NameNode,
  kind: FieldKind,
  fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[],
  comment: string | undefined,
  enums: Enums,
  emit: Emit,
): void {
  if (fields.length === 0) return;
  emit.owner({
    source: "graphql",
    kind,
    name: name.value,
    at: rangeOf(name),
    fields: fields.map((field) => fieldOf(field, enums)),
    ...(comment && { comment }),
  });
}

function fieldOf(node: FieldDefinitionNode | InputValueDefinitionNode, enums: Enums): FieldDraft {
  const { named, list } = unwrapType(node.type);
  const scalar = scalarOf(named);
  const options = enums.get(named);
  const validators = [...(scalar?.validators ?? []), ...formats(node.directives ?? [])];
  const comment = node.description?.value;
  const hints: Hints = {
    ...(validators.length > 0 && { validators }),
    ...(comment && { comment }),
    ...(options && { options }),
  };
  return {
    name: node.name.value,
    at: rangeOf(node.name),
    type: options ? "enum" : (scalar?.type ?? "relation"),
    ...(list && { list }),
    ...(!scalar && !options && { target: named }),
    ...(Object.keys(hints).length > 0 && { hints }),
  };
}

function unwrapType(node: TypeNode): { named: string; list: boolean } {
  let current = node;
  let list = false;
  while (current.kind !== "NamedType") {
    list ||= current.kind === "ListType";
    current = current.type;
  }
  return { named: current.name.value, list };
}

/** `@constraint(format: "email")` */
function formats(directives: readonly DirectiveNode[]): string[] {
  return directives
    .flatMap(({ arguments: args = [] }) => args)
    .flatMap(({ name, value }) =>
      name.value === "format" && value.kind === "StringValue" ? [value.value.toLowerCase()] : [],
    );
}

function rangeOf({ loc }: NameNode): Range {
  return loc ? [loc.start, loc.end] : [0, 0];
}
