import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, decoratorsOf, keyName, stringValue, type Script } from "../estree/index.js";
import type { Range } from "../source-text.js";
import { fileBaseName, fileRoute } from "./file-routes.js";
import { registeredRoutes, routeCall } from "./route-calls.js";

export interface OwnerName {
  readonly name: string;
  /** Local binding, when the name is another. */
  readonly binding?: string;
  /** Where the name stands; the expression itself where it has none. */
  readonly at: Range;
}

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSEmptyBodyFunctionExpression;

/** Names that say that it is a schema but not of what: the function around them says more. */
const GENERIC =
  /^(?:(?:body|query|params?|input|request|req|payload|form|data|args?|validation)?_?schema|schemas|validator|body|query|params?|input|payload|data|props|args)$/i;
/** Keys of options under which a schema stands; they add nothing to a name. */
const OPTION_KEYS =
  /^(?:schema|body|input|inputSchema|request|validate|validation|options|config|content|application\/json|resolver|validationSchema|args|parameters|shape)$/i;

/**
 * What people would call the record that an expression declares: the binding it is kept in, the key it stands under, the class that
 * extends it, the route or function it is used in; in the end the file.
 */
export function ownerNameOf(node: TSESTree.Node, script: Script): OwnerName {
  const keys: string[] = [];
  const here = (first: string): OwnerName => ({ name: named([first, ...keys]), at: node.range });
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "Property":
        if (parent.value === child) keys.unshift(keyName(parent) ?? "");
        break;
      case "PropertyDefinition":
        keys.unshift(keyName(parent) ?? "");
        break;
      case "VariableDeclarator":
        if (parent.init === child && parent.id.type === "Identifier")
          return bound(parent, parent.id.name, keys, script);
        break;
      case "AssignmentExpression":
        if (parent.right === child) return here(assignedName(parent.left) ?? fileBaseName(script.source.file));
        break;
      case "ExportDefaultDeclaration":
        return { ...here(fileBaseName(script.source.file)), binding: "default" };
      case "MethodDefinition":
        // Only what decorates a method comes here; what stands in its body has met its function before.
        return here(methodName(parent, script));
      case "ClassDeclaration":
      case "ClassExpression":
        return here(className(parent, script));
      case "CallExpression": {
        const name = routeCall(parent) ?? registeredName(parent);
        if (name) return here(name);
        break;
      }
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return here(functionName(parent, script));
    }
  }
  return here(fileBaseName(script.source.file));
}

const REGISTERS = /(?:tool|command|prompt|action|procedure|event|job|task|function|field)s?$/i;

/** `list_users` for `server.registerTool("list_users", …)`. */
function registeredName({ callee, arguments: [first] }: TSESTree.CallExpression): string | null {
  const called = calleePath(callee)?.at(-1);
  if (!called || !REGISTERS.test(called)) return null;
  const name = stringValue(first);
  return name && /^[\w./:-]+$/.test(name) ? name : null;
}

function bound(
  declarator: TSESTree.VariableDeclarator,
  binding: string,
  keys: readonly string[],
  script: Script,
): OwnerName {
  const at = keys.length === 0 ? declarator.id.range : declarator.init!.range;
  if (!GENERIC.test(binding)) {
    const name = named([binding, ...keys]);
    const path = [binding, ...keys].join(".");
    return { name, at, ...(path !== name && { binding: path }) };
  }
  const around = enclosingFunction(declarator);
  const route = around ? functionName(around, script) : (routeOfFile(script) ?? nameOfForm(binding, script));
  if (!route) return { name: named([binding, ...keys]), at };
  return { name: named([route, ...keys]), ...(keys.length === 0 && { binding }), at };
}

/** The only schema of a component's file is known by the component. */
function nameOfForm(binding: string, script: Script): string | null {
  return /^(?:form|validation)?_?schema$/i.test(binding) ? fileBaseName(script.source.file) : null;
}

function routeOfFile(script: Script): string | null {
  const route = fileRoute(script.source.file);
  return route && [route.method, route.path].filter(Boolean).join(" ");
}

/** Keys that only say "here is a schema" are left out. */
function named([first, ...keys]: readonly string[]): string {
  return [first, ...keys.filter((key) => key !== "" && !OPTION_KEYS.test(key))].join(".");
}

export function enclosingFunction(node: TSESTree.Node): FunctionNode | null {
  for (let parent = node.parent; parent; parent = parent.parent) if (isFunction(parent)) return parent;
  return null;
}

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression" ||
    node.type === "TSEmptyBodyFunctionExpression"
  );
}

/** The route a function answers, where its file says so; else its name; else that of the function around it, or of the file. */
export function functionName(node: FunctionNode, script: Script): string {
  const known = cache.get(node);
  if (known !== undefined) return known;
  const name = findFunctionName(node, script);
  cache.set(node, name);
  return name;
}

const cache = new WeakMap<FunctionNode, string>();

function findFunctionName(node: FunctionNode, script: Script): string {
  if (node.id) return routed(node.id.name, node, script);
  let child: TSESTree.Node = node;
  for (let parent: TSESTree.Node | undefined = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "MethodDefinition":
        return methodName(parent, script);
      case "Property":
      case "PropertyDefinition":
        if (parent.value !== child) break;
        return propertyName(parent, script);
      case "VariableDeclarator":
        if (parent.id.type === "Identifier") return routed(parent.id.name, parent, script);
        break;
      case "AssignmentExpression": {
        const name = assignedName(parent.left);
        if (name) return routed(name, parent, script);
        break;
      }
      case "CallExpression": {
        const route = routeCall(parent);
        if (route) return route;
        break;
      }
      case "ExportDefaultDeclaration":
        return routeOfFile(script) ?? fileBaseName(script.source.file);
    }
    if (isFunction(parent)) return functionName(parent, script);
  }
  return routeOfFile(script) ?? fileBaseName(script.source.file);
}

const FILE_HANDLERS: Readonly<Record<string, string>> = {
  GET: "GET",
  POST: "POST",
  PUT: "PUT",
  PATCH: "PATCH",
  DELETE: "DELETE",
  HEAD: "HEAD",
  OPTIONS: "OPTIONS",
  action: "POST",
  loader: "GET",
  load: "GET",
};

/** A name registered for a route, or exported as handler of a file route; else the name itself. */
function routed(name: string, node: TSESTree.Node, script: Script): string {
  const registered = registeredRoutes(script).get(name);
  if (registered) return registered;
  if (enclosingFunction(node)) return name;
  const route = fileRoute(script.source.file);
  if (!route) return name;
  if (Object.hasOwn(FILE_HANDLERS, name)) return `${FILE_HANDLERS[name]!} ${route.path}`;
  return name === "handler" || node.parent?.type === "ExportDefaultDeclaration" ? routeOfFile(script)! : name;
}

function propertyName(property: TSESTree.Property | TSESTree.PropertyDefinition, script: Script): string {
  const key = keyName(property) ?? "";
  if (property.type === "PropertyDefinition") return `${className(property.parent.parent, script)}.${key}`;
  const object = property.parent;
  const holder = object.parent;
  // `fastify.route({ method, url, handler })`, `defineRoute({ handler })`.
  let outer: TSESTree.Node | undefined = holder;
  for (let hops = 0; outer && hops < 4; outer = outer.parent, hops++) {
    if (outer.type === "CallExpression") {
      const route = routeCall(outer);
      if (route) return route;
    }
  }
  if (holder.type === "VariableDeclarator" && holder.id.type === "Identifier") {
    const route = holder.id.name === "actions" ? fileRoute(script.source.file) : null;
    return route ? `POST ${route.path}?/${key}` : `${holder.id.name}.${key}`;
  }
  return key || fileBaseName(script.source.file);
}

const VERBS: Readonly<Record<string, string>> = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  All: "ALL",
  HttpGet: "GET",
  HttpPost: "POST",
};

/** `POST /auth/login` for a decorated controller method, `Class.method` for any other. */
function methodName(method: TSESTree.MethodDefinition, script: Script): string {
  const holder = method.parent.parent;
  const verb = decoratorsOf(method, script).find(({ name }) => Object.hasOwn(VERBS, name));
  if (verb) {
    const controller = decoratorsOf(holder, script).find(({ name }) => /Controller$/.test(name));
    const path = [controller?.arguments[0], verb.arguments[0]].map(controllerPath).filter(Boolean).join("/");
    return `${VERBS[verb.name]!} /${path}`;
  }
  return `${className(holder, script)}.${keyName(method) ?? ""}`;
}

/** `@Controller("auth")`, `@Controller({ path: "auth", version: "1" })`, `@Controller(["a", "b"])`. */
function controllerPath(node: TSESTree.Node | undefined): string {
  const direct = stringValue(node?.type === "ArrayExpression" ? node.elements[0] : node);
  if (direct !== null) return direct.replace(/^\/+|\/+$/g, "");
  if (node?.type !== "ObjectExpression") return "";
  const path = node.properties.find((one) => one.type === "Property" && keyName(one) === "path");
  return path?.type === "Property" ? controllerPath(path.value) : "";
}

export function className(node: TSESTree.Node, script: Script): string {
  const named = node as { id?: TSESTree.Identifier | null; parent?: TSESTree.Node };
  if (named.id) return named.id.name;
  const { parent } = named;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier"
    ? parent.id.name
    : fileBaseName(script.source.file);
}

/** `create` for `exports.create = …`, `Foo.schema` for `Foo.schema = …`; null for `module.exports = …`. */
function assignedName(node: TSESTree.Node): string | null {
  if (node.type === "ArrayPattern" || node.type === "ObjectPattern") return null;
  const path = calleePath(node);
  if (!path) return null;
  const shown = path.filter((part) => !["module", "exports", "this", "prototype", "default"].includes(part));
  return shown.length > 0 ? shown.join(".") : null;
}
