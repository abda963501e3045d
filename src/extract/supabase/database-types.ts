import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { keyName } from "../estree/index.js";

type Members = ReadonlyMap<string, TSESTree.TSPropertySignature>;

/** Properties of a type literal, or of one that stands under a property, by name. */
export function membersOfType(node: TSESTree.TSTypeLiteral | TSESTree.TSPropertySignature | undefined): Members {
  const type = node?.type === "TSPropertySignature" ? node.typeAnnotation?.typeAnnotation : node;
  return type?.type === "TSTypeLiteral" ? byName(type.members) : new Map();
}

function byName(members: readonly TSESTree.TypeElement[]): Members {
  return new Map(
    members.flatMap((member): [string, TSESTree.TSPropertySignature][] => {
      const name = member.type === "TSPropertySignature" ? keyName(member) : null;
      return name === null ? [] : [[name, member as TSESTree.TSPropertySignature]];
    }),
  );
}

/** The schemas of a database in generated types: `{ public: { Tables: { users: { Row: { … } } } } }`. None in any other type. */
export function schemasIn(members: readonly TSESTree.TypeElement[]): Members[] {
  return [...byName(members).values()].map(membersOfType).filter(isSchema);
}

function isSchema(schema: Members): boolean {
  const tables = [...membersOfType(schema.get("Tables")).values()];
  return tables.some((table) => membersOfType(table).has("Row"));
}

/** Texts of a literal type or of a tuple of such. */
export function textsIn(node: TSESTree.TSPropertySignature | undefined): string[] {
  const type = node?.typeAnnotation?.typeAnnotation;
  const all = type?.type === "TSTupleType" ? type.elementTypes : type ? [type] : [];
  return all.flatMap((one) =>
    one.type === "TSLiteralType" && one.literal.type === "Literal" && typeof one.literal.value === "string"
      ? [one.literal.value]
      : [],
  );
}
