import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, importOf, knownText, type Script } from "../estree/index.js";
import { enclosingFunction } from "../naming/index.js";
import type { Read } from "./follow.js";
import type { PartKind } from "./parts.js";
import { requestObject, strip } from "./request-objects.js";

/** Methods of a request that are asked for one property by name. */
const METHODS: Readonly<Record<string, PartKind>> = {
  get: "headers",
  header: "headers",
  query: "query",
  queries: "query",
  param: "params",
  input: "body",
  only: "body",
  file: "file",
};

/** Functions that are handed the event and a name. */
const FUNCTIONS: Readonly<Record<string, PartKind>> = {
  getRouterParam: "params",
  getHeader: "headers",
  getRequestHeader: "headers",
};

/** Where passport's token strategies look for a token. */
const TOKEN_SOURCES: Readonly<Record<string, readonly [PartKind, string | null]>> = {
  fromAuthHeaderAsBearerToken: ["headers", "authorization"],
  fromAuthHeaderWithScheme: ["headers", "authorization"],
  fromHeader: ["headers", null],
  fromBodyField: ["body", null],
  fromUrlQueryParameter: ["query", null],
};

/** Properties of a request that a call names: `req.get("X-Token")`, `c.req.param("id")`, `getHeader(event, "x")`. */
export function namedReads(node: TSESTree.CallExpression, script: Script): Read[] {
  const callee = strip(node.callee);
  if (callee.type === "Identifier") return functionRead(callee.name, node, script);
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return [];
  const { name } = callee.property;
  if (Object.hasOwn(TOKEN_SOURCES, name) && calleePath(callee.object)?.at(-1) === "ExtractJwt")
    return tokenRead(name, node, script);
  if (!Object.hasOwn(METHODS, name)) return [];
  const kind = METHODS[name]!;
  const [first] = node.arguments;
  const names = first?.type === "ArrayExpression" && name === "only" ? first.elements : [first];
  const known = names.filter((one) => knownText(one, script) !== null);
  if (known.length === 0) return [];
  const object = requestObject(callee.object, script);
  if (object?.role !== "request" && !(object?.role === "context" && name === "get")) return [];
  return known.map((one) => ({
    part: { kind, handler: object.handler },
    path: [knownText(one, script)!],
    at: one!.range,
  }));
}

function functionRead(name: string, { arguments: [event, asked] }: TSESTree.CallExpression, script: Script): Read[] {
  if (!Object.hasOwn(FUNCTIONS, name) || !event) return [];
  const text = knownText(asked, script);
  const object = text === null ? null : requestObject(event, script);
  if (!object || text === null) return [];
  return [{ part: { kind: FUNCTIONS[name]!, handler: object.handler }, path: [text], at: asked!.range }];
}

function tokenRead(name: string, node: TSESTree.CallExpression, script: Script): Read[] {
  const [kind, fixed] = TOKEN_SOURCES[name]!;
  const text = fixed ?? knownText(node.arguments[0], script);
  if (text === null || importOf(node.callee, script.imports)?.module.includes("jwt") === false) return [];
  return [{ part: { kind, handler: enclosingFunction(node) }, path: [text], at: node.callee.range }];
}
