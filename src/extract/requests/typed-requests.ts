import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { keyName, typeName, variableOf, type Script } from "../estree/index.js";
import { routeCall, type FunctionNode } from "../naming/index.js";
import type { PartKind } from "./parts.js";

/** A type given to a part of a request: `Request<Params, Answer, Body, Query>`, `FastifyRequest<{ Body: … }>`. */
export interface TypedPart {
  readonly kind: PartKind;
  readonly type: TSESTree.TypeNode;
  /** The interface or type of this file behind the name. */
  readonly declared: { readonly name: TSESTree.Identifier; readonly members: readonly TSESTree.TypeElement[] } | null;
}

/** Positions of type arguments in Express. */
const BY_POSITION: readonly (PartKind | null)[] = ["params", null, "body", "query"];
/** Members of the one type argument of Fastify and those who write like it. */
const BY_KEY: Readonly<Record<string, PartKind>> = {
  Body: "body",
  body: "body",
  Querystring: "query",
  Query: "query",
  query: "query",
  Params: "params",
  params: "params",
  Headers: "headers",
  headers: "headers",
};

/** Types of the parts of the requests that a function answers, from its parameters and the call or variable it is handed to. */
export function typedParts(handler: FunctionNode, script: Script): TypedPart[] {
  const [first] = handler.params;
  const annotation = first?.type === "Identifier" || first?.type === "ObjectPattern" ? first.typeAnnotation : undefined;
  const own = annotation ? fromReference(annotation.typeAnnotation, script) : [];
  if (own.length > 0) return own;
  const { parent } = handler;
  if (parent.type === "CallExpression" && parent.typeArguments && routeCall(parent))
    return fromArguments(parent.typeArguments.params, script);
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier" && parent.id.typeAnnotation) {
    const { typeAnnotation } = parent.id.typeAnnotation;
    return typeAnnotation.type === "TSTypeReference" && /Handler$/.test(typeName(typeAnnotation.typeName))
      ? fromArguments(typeAnnotation.typeArguments?.params ?? [], script)
      : [];
  }
  return [];
}

function fromReference(node: TSESTree.TypeNode, script: Script): TypedPart[] {
  if (node.type !== "TSTypeReference" || !node.typeArguments) return [];
  const name = typeName(node.typeName);
  const { params } = node.typeArguments;
  if (/Body$/.test(name) && params[0]) return [typedPart("body", params[0], script)];
  return /Request|Req$|Context$/.test(name) ? fromArguments(params, script) : [];
}

function fromArguments(params: readonly TSESTree.TypeNode[], script: Script): TypedPart[] {
  const [first] = params;
  const keyed = first?.type === "TSTypeLiteral" ? fromKeys(first.members, script) : [];
  if (keyed.length > 0) return keyed;
  return params.flatMap((type, index) => {
    const kind = kindByName(type) ?? BY_POSITION[index];
    return kind ? [typedPart(kind, type, script)] : [];
  });
}

/** A request type of the project's own has an order of its own: `ServiceRequest<EditNameBody>`. */
function kindByName(type: TSESTree.TypeNode): PartKind | null {
  const name = type.type === "TSTypeReference" ? typeName(type.typeName) : "";
  if (/(?:Body|Payload|D[Tt][Oo])$/.test(name)) return "body";
  return /Query$/.test(name) ? "query" : null;
}

function fromKeys(members: readonly TSESTree.TypeElement[], script: Script): TypedPart[] {
  return members.flatMap((member) => {
    if (member.type !== "TSPropertySignature" || !member.typeAnnotation) return [];
    const key = keyName(member);
    return key !== null && Object.hasOwn(BY_KEY, key)
      ? [typedPart(BY_KEY[key]!, member.typeAnnotation.typeAnnotation, script)]
      : [];
  });
}

/** The type that the code gives to a part where it takes it: `(await req.json()) as Lead`, `const lead: Lead = req.body`. */
export function assertedType(node: TSESTree.Node, kind: PartKind, script: Script): TypedPart | null {
  if (node.type === "CallExpression" && node.typeArguments?.params[0])
    return typedPart(kind, node.typeArguments.params[0], script);
  let child = node;
  for (let { parent } = node as { parent: TSESTree.Node | undefined }; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "AwaitExpression":
      case "ChainExpression":
      case "TSNonNullExpression":
      case "LogicalExpression":
        continue;
      case "TSAsExpression":
        if (parent.typeAnnotation.type === "TSUnknownKeyword" || parent.typeAnnotation.type === "TSAnyKeyword")
          continue;
        return typedPart(kind, parent.typeAnnotation, script);
      case "VariableDeclarator": {
        const annotation = parent.init === child ? parent.id.typeAnnotation : undefined;
        return annotation ? typedPart(kind, annotation.typeAnnotation, script) : null;
      }
      default:
        return null;
    }
  }
  return null;
}

function typedPart(kind: PartKind, type: TSESTree.TypeNode, script: Script): TypedPart {
  return { kind, type, declared: declaredMembers(type, script) };
}

function declaredMembers(type: TSESTree.TypeNode, script: Script): TypedPart["declared"] {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return null;
  for (const { node } of variableOf(type.typeName, script)?.defs ?? []) {
    const declaring = node as TSESTree.Node;
    if (declaring.type === "TSInterfaceDeclaration") return { name: declaring.id, members: declaring.body.body };
    if (declaring.type === "TSTypeAliasDeclaration" && declaring.typeAnnotation.type === "TSTypeLiteral")
      return { name: declaring.id, members: declaring.typeAnnotation.members };
  }
  return null;
}
