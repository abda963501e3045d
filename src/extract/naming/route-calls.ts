import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { stringValue, type Script } from "../estree/index.js";

const METHODS = new Set(["get", "post", "put", "patch", "delete", "del", "head", "options", "all", "use", "openapi"]);

/** `POST /leads` for `app.post("/leads", …)`, `router.route("/leads").post(…)`, `fastify.route({ method, url, … })`; null for other calls. */
export function routeCall(call: TSESTree.CallExpression): string | null {
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return null;
  const method = callee.property.name;
  if (method === "route" || method === "createRoute") return routeObject(call.arguments[0]);
  if (!METHODS.has(method)) return null;
  const path = routePath(call.arguments[0]) ?? chainedPath(callee.object);
  if (path === null) return null;
  return method === "use" || method === "all" ? path : `${method === "del" ? "DELETE" : method.toUpperCase()} ${path}`;
}

/** Handlers registered by name: `app.post("/leads", auth, createLead)` names the route of `createLead`. The first registration counts. */
export function registeredRoutes(script: Script): ReadonlyMap<string, string> {
  const known = cache.get(script);
  if (known) return known;
  const routes = new Map<string, string>();
  cache.set(script, routes);
  for (const call of topLevelCalls(script.ast.body)) {
    const route = routeCall(call);
    if (!route) continue;
    for (const argument of call.arguments.slice(-1)) {
      const handler = handlerIdentifier(argument);
      if (handler && !routes.has(handler)) routes.set(handler, route);
    }
  }
  return routes;
}

const cache = new WeakMap<Script, Map<string, string>>();

function routePath(node: TSESTree.Node | undefined): string | null {
  const first = node?.type === "ArrayExpression" ? node.elements[0] : node;
  const text = stringValue(first);
  // A path starts with a slash; `map.get("key")` and `headers.delete("x")` do not.
  return text !== null && /^(?:\/|\*|$)/.test(text) && !/\s/.test(text) ? text || "/" : null;
}

function chainedPath(node: TSESTree.Node): string | null {
  let current = node;
  while (current.type === "CallExpression" && current.callee.type === "MemberExpression") {
    const { property, object } = current.callee;
    if (property.type === "Identifier" && property.name === "route") return routePath(current.arguments[0]);
    current = object;
  }
  return null;
}

function routeObject(node: TSESTree.Node | undefined): string | null {
  if (node?.type !== "ObjectExpression") return null;
  const value = (...names: string[]) => {
    const property = node.properties.find(
      (one) => one.type === "Property" && one.key.type === "Identifier" && names.includes(one.key.name),
    );
    return property?.type === "Property" ? property.value : undefined;
  };
  const path = routePath(value("url", "path"));
  const method = stringValue(value("method"));
  return path && method ? `${method.toUpperCase()} ${path}` : path;
}

/** `createLead`, `asyncHandler(createLead)`, `controller.createLead`. */
function handlerIdentifier(node: TSESTree.Node): string | null {
  if (node.type === "Identifier") return node.name;
  if (node.type === "CallExpression" && node.arguments.length === 1 && node.arguments[0]!.type !== "SpreadElement") {
    return node.arguments[0]!.type === "Identifier" ? node.arguments[0]!.name : null;
  }
  return null;
}

/** Calls that are statements of the module or of a function in it, their chains included: enough for registrations, without a walk of everything. */
function* topLevelCalls(body: readonly TSESTree.Statement[], depth = 0): Generator<TSESTree.CallExpression> {
  for (const statement of body) {
    const declaration =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? statement.declaration
        : statement;
    if (declaration?.type === "ExpressionStatement") yield* chain(declaration.expression);
    else if (declaration?.type === "VariableDeclaration") {
      for (const { init } of declaration.declarations) {
        if (init) yield* chain(init);
        if (init && depth < 3 && isFunction(init) && init.body.type === "BlockStatement")
          yield* topLevelCalls(init.body.body, depth + 1);
      }
    } else if (declaration && depth < 3 && isFunction(declaration) && declaration.body?.type === "BlockStatement")
      yield* topLevelCalls(declaration.body.body, depth + 1);
  }
}

function isFunction(
  node: TSESTree.Node,
): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function* chain(node: TSESTree.Node): Generator<TSESTree.CallExpression> {
  let current = node.type === "AwaitExpression" ? node.argument : node;
  while (current.type === "CallExpression") {
    yield current;
    if (current.callee.type !== "MemberExpression") return;
    current = current.callee.object;
  }
}
