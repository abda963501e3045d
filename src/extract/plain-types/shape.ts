import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { commentBefore, readTypeMembers, typeName, type Script } from "../estree/index.js";

/** What a type expression declares of a record: members written out, and the records it takes others from. */
export interface Shape {
  readonly members: readonly TSESTree.TypeElement[];
  readonly fields: readonly FieldDraft[];
  readonly bases: readonly BaseDraft[];
}

const NOTHING: Shape = { members: [], fields: [], bases: [] };

/** Types that give their argument back with its members: what a record holds is the same under each. */
const TRANSPARENT = new Set([
  "Partial",
  "Required",
  "Readonly",
  "DeepPartial",
  "DeepReadonly",
  "NonNullable",
  "Prettify",
  "Simplify",
  "Mutable",
  "Writable",
  "Exact",
  "Array",
  "ReadonlyArray",
]);

/** Names that are never a record of the code base. */
const BUILT_IN = new Set([
  "Record",
  "Map",
  "Set",
  "Promise",
  "Exclude",
  "Extract",
  "ReturnType",
  "Parameters",
  "Awaited",
]);

/** Reads a type expression. `parameters` are type parameters in scope, which are no records. */
export function readShape(node: TSESTree.TypeNode | undefined, script: Script, parameters: ReadonlySet<string>): Shape {
  switch (node?.type) {
    case "TSTypeLiteral":
      return { members: node.members, fields: readMembers(node.members, script), bases: [] };
    case "TSIntersectionType":
      return join(node.types.map((type) => readShape(type, script, parameters)));
    case "TSUnionType":
      return join(node.types.map((type) => readShape(type, script, parameters)));
    case "TSArrayType":
      return readShape(node.elementType, script, parameters);
    case "TSTypeReference":
      return readNamed({ name: typeName(node.typeName), at: node.typeName.range }, node, script, parameters);
    case "TSMappedType":
      return { ...NOTHING, fields: literalFields(node.constraint) };
    default:
      return NOTHING;
  }
}

/** Members with their comments. A name that several arms of a union declare counts once, where it first stands. */
export function readMembers(members: readonly TSESTree.TypeElement[], script: Script): FieldDraft[] {
  return readTypeMembers(members).map((field) => withComment(field, script));
}

export function withComment(
  field: FieldDraft,
  script: Script,
  from = beforeModifiers(field.at[0], script),
): FieldDraft {
  const comment = commentBefore(script, from);
  return comment ? { ...field, hints: { ...field.hints, comment } } : field;
}

const MODIFIERS = /(?:\b(?:readonly|declare|public|private|protected|override|accessor)\s+){1,4}$/;

/** Comments stand before the modifiers of a member, its place begins at its name. */
function beforeModifiers(offset: number, { source }: Script): number {
  const before = source.text.slice(Math.max(0, offset - 60), offset);
  return offset - (MODIFIERS.exec(before)?.[0].length ?? 0);
}

function join(shapes: readonly Shape[]): Shape {
  const fields = new Map<string, FieldDraft>();
  for (const field of shapes.flatMap((shape) => shape.fields)) {
    if (!fields.has(field.name)) fields.set(field.name, field);
  }
  return {
    members: shapes.flatMap(({ members }) => members),
    fields: [...fields.values()],
    bases: shapes.flatMap(({ bases }) => bases),
  };
}

/** Reads `Name<Arguments>`, in a type or in a heritage clause. */
export function readNamed(
  base: BaseDraft,
  { typeArguments }: { readonly typeArguments: TSESTree.TSTypeParameterInstantiation | undefined },
  script: Script,
  parameters: ReadonlySet<string>,
): Shape {
  const { name } = base;
  const [first, second] = typeArguments?.params ?? [];
  if (TRANSPARENT.has(name)) return readShape(first, script, parameters);
  if (name === "Record") return { ...NOTHING, fields: literalFields(first) };
  if (name === "Pick" || name === "Omit") return changed(readShape(first, script, parameters), name, literals(second));
  if (parameters.has(name) || BUILT_IN.has(name)) return NOTHING;
  return { ...NOTHING, bases: [base] };
}

/** `Pick` and `Omit` over a shape: members written out are left or taken at once, those of bases when they are known. */
function changed(shape: Shape, how: "Pick" | "Omit", names: readonly TSESTree.StringLiteral[]): Shape {
  const named = new Set(names.map(({ value }) => value));
  const keeps = (name: string): boolean => named.has(name.split(".")[0]!) === (how === "Pick");
  if (named.size === 0 && how === "Pick") return NOTHING;
  return {
    members: shape.members,
    fields: shape.fields.filter(({ name }) => keeps(name)),
    bases: shape.bases.map((base) =>
      how === "Pick"
        ? { ...base, pick: [...named].filter((name) => !base.omit?.includes(name)) }
        : { ...base, omit: [...(base.omit ?? []), ...named] },
    ),
  };
}

/** Keys that a mapped type or `Record` spells out. */
function literalFields(keys: TSESTree.TypeNode | null | undefined): FieldDraft[] {
  return literals(keys).map((literal) => ({ name: literal.value, at: literal.range }));
}

function literals(node: TSESTree.TypeNode | null | undefined): TSESTree.StringLiteral[] {
  if (node?.type === "TSUnionType") return node.types.flatMap(literals);
  if (node?.type !== "TSLiteralType" || node.literal.type !== "Literal") return [];
  return typeof node.literal.value === "string" ? [node.literal as TSESTree.StringLiteral] : [];
}
