import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { RecordReference } from "../../model/index.js";
import { keyName, typeName, valueTypeOf } from "../estree/index.js";
import { membersOnly, narrowing, type Want } from "./origin.js";

/** What an annotation says of the value at a path: the record it is, `flag` for what can only be true or false, or nothing. */
export function declaredRecord(
  node: TSESTree.TypeNode | null | undefined,
  want: Want,
  depth = 0,
): RecordReference | "flag" | null {
  const [head, ...rest] = membersOnly(want.path);
  const inner = node && depth < 6 ? unwrapped(node) : null;
  if (!inner) return null;
  if (inner.type === "TSTypeLiteral") {
    const member = inner.members.find((one) => one.type === "TSPropertySignature" && keyName(one) === head);
    return head !== undefined && member?.type === "TSPropertySignature"
      ? declaredRecord(member.typeAnnotation?.typeAnnotation, { ...want, path: rest }, depth + 1)
      : null;
  }
  if (inner.type === "TSTypeReference") {
    const special = shaped(inner, want);
    if (special) return special;
  }
  const { type, target } = valueTypeOf(inner);
  if (target) return { name: target, from: "type", path: membersOnly(want.path), ...narrowing(want) };
  return head === undefined && type === "boolean" ? "flag" : null;
}

function unwrapped(node: TSESTree.TypeNode): TSESTree.TypeNode | null {
  if (node.type === "TSArrayType") return unwrapped(node.elementType);
  if (node.type !== "TSUnionType") return node;
  const real = node.types.filter((type) => !["TSNullKeyword", "TSUndefinedKeyword"].includes(type.type));
  return real.length === 1 ? unwrapped(real[0]!) : node;
}

/** `Pick<User, "id">`, `Omit<User, "email">`, `z.infer<typeof signUp>`. */
function shaped({ typeName: written, typeArguments }: TSESTree.TSTypeReference, want: Want): RecordReference | null {
  const name = typeName(written).split(".").pop()!;
  const [first, second] = typeArguments?.params ?? [];
  const path = membersOnly(want.path);
  if (["infer", "input", "output", "Infer", "InferOutput", "InferType", "TypeOf"].includes(name)) {
    return first?.type === "TSTypeQuery" && first.exprName.type === "Identifier"
      ? { name: first.exprName.name, from: "type", path, ...narrowing(want) }
      : null;
  }
  if (name !== "Pick" && name !== "Omit") return null;
  const { target } = valueTypeOf(first);
  const { options } = valueTypeOf(second);
  if (!target || !options) return null;
  const change = path.length > 0 ? {} : name === "Pick" ? { select: options } : { omit: options };
  return { name: target, from: "type", path, ...change };
}
