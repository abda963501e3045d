import { unwrap as strip } from "../estree/index.js";
export { unwrap as strip } from "../estree/index.js";
import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, typeName, variableOf, type Script } from "../estree/index.js";
import { enclosingFunction, isFunction, type FunctionNode } from "../naming/index.js";

/** What a name stands for where requests are handled. Frameworks keep the parts of a request in different places of these. */
export type Role = "request" | "context" | "event" | "frame" | "holder" | "hook";

export interface RequestObject {
  readonly role: Role;
  /** The function that is handed the request; null where none is. */
  readonly handler: FunctionNode | null;
}

const ROLES_BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/^_?_?(?:req|request|rq|nextReq|nextRequest|httpRequest|expressReq)$/, "request"],
  [/^(?:ctx|context|koaContext)$/, "context"],
  // Too short a name to say more than that its `req` is a request.
  [/^c$/, "holder"],
  [/^(?:event|evt|requestEvent|h3Event)$/, "event"],
  [/^frame$/, "frame"],
];
const ROLES_BY_TYPE: readonly (readonly [RegExp, Role])[] = [
  [
    /(?:^|\.)(?:Next|NextApi|Fastify|Express|Hapi|Typed|Authenticated|Auth|Custom|Api|Http)?\w*Request(?:With\w+)?$|(?:^|\.)IncomingMessage$/,
    "request",
  ],
  [/(?:^|\.)(?:Koa|Api|API|App|Router|Http|Hono|Parameterized|GetServerSideProps|NextPage)?Context$/, "context"],
  [
    /(?:^|\.)(?:APIGateway\w*Event\w*|RequestEvent|ServerLoadEvent|H3Event|HandlerEvent|LambdaFunctionURLEvent|CloudFrontRequestEvent)$/,
    "event",
  ],
  [/(?:^|\.)HookContext$/, "hook"],
  [/(?:ActionFunctionArgs|LoaderFunctionArgs|ActionArgs|LoaderArgs|DataFunctionArgs)$/, "context"],
];

/** The role of the value an expression gives: a parameter by its type or name, `ctx.request`, `context.switchToHttp().getRequest()`. */
export function requestObject(node: TSESTree.Node, script: Script, depth = 0): RequestObject | null {
  const plain = strip(node);
  if (plain.type === "Identifier") return byVariable(plain, script, depth);
  if (plain.type === "MemberExpression" && !plain.computed && plain.property.type === "Identifier") {
    const { name } = plain.property;
    if (name !== "request" && name !== "req") return null;
    if (plain.object.type === "ThisExpression") return { role: "request", handler: enclosingFunction(plain) };
    const outer = requestObject(plain.object, script, depth + 1);
    return outer && { role: "request", handler: outer.handler };
  }
  if (plain.type === "CallExpression" && calleePath(plain.callee)?.at(-1) === "getRequest")
    return { role: "request", handler: enclosingFunction(plain) };
  return null;
}

function byVariable(id: TSESTree.Identifier, script: Script, depth: number): RequestObject | null {
  const definition = variableOf(id, script)?.defs[0];
  if (!definition || depth > 4) return null;
  const name = definition.name as TSESTree.Identifier;
  const declaring = definition.node as TSESTree.Node;
  if (isFunction(declaring)) return byParameter(name, declaring, script);
  if (declaring.type !== "VariableDeclarator" || !declaring.init) return null;
  if (declaring.id === name) return requestObject(declaring.init, script, depth + 1);
  // `const { request } = event`
  if (name.name !== "request" && name.name !== "req") return null;
  const outer = requestObject(declaring.init, script, depth + 1);
  return outer && { role: "request", handler: outer.handler };
}

function byParameter(name: TSESTree.Identifier, handler: FunctionNode, script: Script): RequestObject | null {
  const role = roleOf(name, handler);
  // Hooks of Feathers are handed a context that holds the data itself.
  const isHook = role === "context" && !name.typeAnnotation && /\bfeathers/i.test(script.source.text);
  return role && { role: isHook ? "hook" : role, handler };
}

function roleOf(name: TSESTree.Identifier, handler: FunctionNode): Role | null {
  const annotation = name.typeAnnotation?.typeAnnotation;
  const typed = annotation ? roleByType(annotation) : null;
  if (typed) return typed;
  // A parameter of another type that happens to bear the name is none: `request: SearchOptions`.
  if (
    annotation &&
    annotation.type !== "TSAnyKeyword" &&
    annotation.type !== "TSUnknownKeyword" &&
    annotation.type !== "TSTypeLiteral"
  )
    return null;
  const role = ROLES_BY_NAME.find(([pattern]) => pattern.test(name.name))?.[1] ?? null;
  // `({ request }) =>` hands over a member of the context.
  const whole = handler.params.some(
    (parameter) => parameter === name || (parameter.type === "AssignmentPattern" && parameter.left === name),
  );
  return whole || role === "request" ? role : null;
}

/** The role a type says, through unions and intersections. */
export function roleByType(annotation: TSESTree.TypeNode): Role | null {
  switch (annotation.type) {
    case "TSTypeReference": {
      const name = typeName(annotation.typeName);
      return ROLES_BY_TYPE.find(([pattern]) => pattern.test(name))?.[1] ?? null;
    }
    case "TSIntersectionType":
    case "TSUnionType":
      return annotation.types.map(roleByType).find((role) => role !== null) ?? null;
    case "TSTypeQuery":
      return null;
    default:
      return null;
  }
}
