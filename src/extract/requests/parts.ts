import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, type Script } from "../estree/index.js";
import { enclosingFunction, type FunctionNode } from "../naming/index.js";
import { requestObject, roleByType, strip, type Role } from "./request-objects.js";

/** A part of a request: how its members are reached differs. `form` and `search` are asked by `get`, `file` is a datum itself. */
export type PartKind = "body" | "query" | "params" | "headers" | "form" | "search" | "file";

export interface Part {
  readonly kind: PartKind;
  readonly handler: FunctionNode | null;
}

/** Members under which a request object keeps its parts, by role. Koa's `ctx.body` is the answer, so it is not among them. */
const PARTS: Readonly<Record<Role, Readonly<Record<string, PartKind>>>> = {
  request: {
    body: "body",
    rawBody: "body",
    payload: "body",
    query: "query",
    params: "params",
    headers: "headers",
    header: "headers",
    files: "body",
    file: "file",
    fields: "body",
  },
  context: { query: "query", params: "params", headers: "headers", header: "headers", searchParams: "query" },
  event: {
    body: "body",
    queryStringParameters: "query",
    multiValueQueryStringParameters: "query",
    pathParameters: "params",
    params: "params",
    headers: "headers",
  },
  holder: {},
  hook: { data: "body" },
  frame: { data: "body", options: "query", file: "file", files: "body" },
};

/** Calls on a request that give a part. */
const CALLS: Readonly<Record<string, PartKind>> = {
  json: "body",
  parseBody: "body",
  formData: "form",
  all: "body",
  qs: "query",
};

/** Functions that are handed the event and give a part (h3 and what builds on it), or read the request of the moment. */
const FUNCTIONS: Readonly<Record<string, PartKind>> = {
  readBody: "body",
  readValidatedBody: "body",
  readRawBody: "body",
  readFormData: "form",
  useBody: "body",
  getQuery: "query",
  useQuery: "query",
  getValidatedQuery: "query",
  getRouterParams: "params",
  getHeaders: "headers",
  getRequestHeaders: "headers",
};

/** The part of a request that an expression gives; null for any other expression. */
export function partOf(node: TSESTree.Node, script: Script): Part | null {
  if (node.type === "MemberExpression") return memberPart(node, script);
  if (node.type === "CallExpression") return callPart(node, script);
  if (node.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "URLSearchParams")
    return node.arguments.length > 0 && node.arguments[0]!.type !== "ObjectExpression"
      ? { kind: "search", handler: enclosingFunction(node) }
      : null;
  return null;
}

/** The kind of part a role keeps under a name. */
export function partNamed(role: Role, name: string): PartKind | null {
  const parts = PARTS[role];
  return Object.hasOwn(parts, name) ? parts[name]! : null;
}

function memberPart(node: TSESTree.MemberExpression, script: Script): Part | null {
  if (node.computed || node.property.type !== "Identifier") return null;
  const { name } = node.property;
  if (name === "searchParams" && !requestObject(node.object, script) && mayBeAddressed(node.object, script))
    return { kind: "search", handler: enclosingFunction(node) };
  if (name === "query" && isParsedUrl(node.object)) return { kind: "query", handler: enclosingFunction(node) };
  const object = requestObject(node.object, script);
  const kind = object && partNamed(object.role, name);
  return kind ? { kind, handler: object.handler } : hookPart(node.object, name, script);
}

/** What an address may be read from when it is that of the page or of the request. */
const ADDRESS =
  /\b(?:req|request|ctx|context|event|location|href|url|uri|origin|path\w*|link)\b|[rR]equest|[lL]ocation|[uU]rl\b/;

/** Whether the parameters of an address may come from outside: one that the code puts together for a call of its own holds what it put in. */
function mayBeAddressed(node: TSESTree.Node, script: Script): boolean {
  const plain = strip(node);
  const made = plain.type === "Identifier" ? definitionOf(plain, script)?.init : plain;
  if (made?.type !== "NewExpression" || calleePath(made.callee)?.at(-1) !== "URL") return true;
  const [address] = made.arguments;
  const path = address ? calleePath(address) : null;
  if (!address || (path && /^[A-Z][A-Z\d_]*$/.test(path.at(-1)!))) return false;
  // What stands in quotes is the program's own.
  return ADDRESS.test(script.source.text.slice(...address.range).replace(/["'`][^"'`$]*["'`]/g, ""));
}

/** `context.params.query` and `context.params.headers` of a hook. */
function hookPart(node: TSESTree.Node, name: string, script: Script): Part | null {
  const params = strip(node);
  if (params.type !== "MemberExpression" || (name !== "query" && name !== "headers")) return null;
  if (params.property.type !== "Identifier" || params.property.name !== "params") return null;
  const object = requestObject(params.object, script);
  return object?.role === "hook" ? { kind: name, handler: object.handler } : null;
}

/** `url.parse(req.url, true)`, whose `query` is an object of the parameters. */
export function isParsedUrl(node: TSESTree.Node): boolean {
  const call = strip(node);
  if (call.type !== "CallExpression") return false;
  const [, second] = call.arguments;
  return (
    second?.type === "Literal" && second.value === true && /^parse(?:Url)?$/.test(calleePath(call.callee)?.at(-1) ?? "")
  );
}

function callPart(node: TSESTree.CallExpression, script: Script): Part | null {
  const callee = strip(node.callee);
  if (callee.type === "Identifier") {
    if (callee.name === "useSearchParams") return { kind: "search", handler: enclosingFunction(node) };
    if (callee.name === "useParams" && isRouterHook(callee.name, script))
      return { kind: "params", handler: enclosingFunction(node) };
    if (callee.name === "headers" && script.imports.get("headers")?.module === "next/headers")
      return { kind: "headers", handler: enclosingFunction(node) };
    if (!Object.hasOwn(FUNCTIONS, callee.name) || !node.arguments[0]) return null;
    const object = requestObject(node.arguments[0], script);
    return object && { kind: FUNCTIONS[callee.name]!, handler: object.handler };
  }
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return null;
  const { name } = callee.property;
  if (!Object.hasOwn(CALLS, name) && name !== "body") return null;
  const object = requestObject(callee.object, script);
  if (object?.role !== "request") return null;
  return { kind: name === "body" ? "body" : CALLS[name]!, handler: object.handler };
}

/** A hook of the router in use; one of the project's own may give anything. */
function isRouterHook(name: string, script: Script): boolean {
  return /^(?:[^.]*router[^.]*|next\/navigation|@remix-run\/react|wouter)$/i.test(
    script.imports.get(name)?.module ?? "",
  );
}

/** Parts that a parameter gives by its own shape: `({ body, params }) =>`, `formData: FormData`, `{ params }` of a file route. */
export function parameterParts(
  handler: FunctionNode,
  isHandler: (handler: FunctionNode) => boolean,
): { readonly pattern: TSESTree.Node; readonly part: Part }[] {
  return handler.params.flatMap((parameter, index) => {
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (target.type === "Identifier")
      return isFormData(target) ? [{ pattern: target, part: { kind: "form" as const, handler } }] : [];
    if (target.type !== "ObjectPattern") return [];
    const annotation = target.typeAnnotation?.typeAnnotation;
    const role = annotation ? roleByType(annotation) : null;
    const trusted = role !== null || (index === 0 && answers(handler)) || isHandler(handler);
    return target.properties.flatMap((property) => {
      if (property.type !== "Property" || property.key.type !== "Identifier") return [];
      const kind = destructuredKind(property.key.name, trusted);
      return kind ? [{ pattern: property.value, part: { kind, handler } }] : [];
    });
  });
}

function destructuredKind(name: string, trusted: boolean): PartKind | null {
  if (name === "headers") return "headers";
  if (!trusted) return null;
  switch (name) {
    case "body":
    case "query":
    case "params":
      return name;
    case "files":
      return "body";
    case "file":
      return "file";
    case "searchParams":
      return "query";
    default:
      return null;
  }
}

/** Whether its second parameter is the answer it gives: then the first is the request, however it is written. */
function answers({ params: [, second] }: FunctionNode): boolean {
  return second?.type === "Identifier" && /^_?(?:res|response|reply|h)$/.test(second.name);
}

function isFormData(parameter: TSESTree.Identifier): boolean {
  const annotation = parameter.typeAnnotation?.typeAnnotation;
  return (
    annotation?.type === "TSTypeReference" &&
    annotation.typeName.type === "Identifier" &&
    annotation.typeName.name === "FormData"
  );
}
