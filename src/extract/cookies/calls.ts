import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, importOf, propertiesOf, type Script } from "../estree/index.js";
import type { Access } from "../keyed/gather.js";

/** A cookie named in a call: the expression that gives its name, and whether it is set or read. */
export interface CookieCall {
  readonly name: TSESTree.Node;
  readonly access: Access;
}

/** Methods of whatever holds cookies: `req.cookies`, `Cookies`, `cookieStore`, `this.cookieService`. */
const STORE_METHODS: ReadonlyMap<string, Access> = new Map([
  ["set", "write"],
  ["put", "write"],
  ["putObject", "write"],
  ["setCookie", "write"],
  ["setSigned", "write"],
  ["setItem", "write"],
  ["store", "write"],
  ["serialize", "write"],
  ["get", "read"],
  ["getObject", "read"],
  ["getCookie", "read"],
  ["getItem", "read"],
  ["getSigned", "read"],
  ["check", "read"],
  ["has", "read"],
]);

/** Methods that name cookies whatever they are called on: `res.cookie`, `reply.setCookie`, `request.getCookie`. */
const COOKIE_METHODS: ReadonlyMap<string, Access> = new Map([
  ["cookie", "write"],
  ["setCookie", "write"],
  ["setSignedCookie", "write"],
  ["setSecureCookie", "write"],
  ["plainCookie", "write"],
  ["encryptedCookie", "write"],
  ["state", "write"],
  ["getCookie", "read"],
  ["getSignedCookie", "read"],
  ["cookiesGet", "read"],
]);

/** Functions by name: `setCookie(name, value)`, `useCookie("sid")`, `getSignedCookie(c, key, "sid")`. */
const COOKIE_FUNCTION =
  /^(?:(set|write|create|save|put|add|store|append|update|persist|use|make)|(get|read|load|fetch|parse|find|check|has|retrieve))(?:[A-Z]\w*?)?Cookies?(?:Value|State|Client|Server|Sync)?$/;
/** Functions of that shape that concern all cookies, settings or headers rather than one cookie. */
const NOT_ONE_COOKIE =
  /(?:Options|Config|Settings|Header|Jar|Store|Storage|Parser|Banner|Consent|Policy|Prefix|Domain|Secure\w*|All\w*|Cookies(?:FromHeaders?|String)?)$/;

/** First arguments that carry the request rather than the cookie's name. */
const CARRIERS =
  /^(?:event|evt|ctx|context|c|res|req|response|request|reply|headers?|null|undefined|app|store|jar|this|page|agent)$/;

/** What a call says of one cookie, or of several (`useCookies(["a", "b"])`). */
export function cookieCalls(node: TSESTree.CallExpression | TSESTree.NewExpression, script: Script): CookieCall[] {
  const [first, second] = node.arguments;
  if (!first) return [];
  if (node.type === "NewExpression")
    return /Cookie$/.test(lastOf(node.callee)) && second ? [named(first, "write")] : [];
  const imported = importOf(node.callee, script.imports);
  if (imported?.module === "cookie" && imported.imported === "serialize") return [named(first, "write")];
  const { callee } = node;
  if (callee.type === "MemberExpression") return methodCall(node, callee, script);
  if (callee.type !== "Identifier") return [];
  return functionCall(node, imported?.imported ?? callee.name);
}

function methodCall(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, script: Script): CookieCall[] {
  if (callee.property.type !== "Identifier") return [];
  const method = callee.property.name;
  const access = STORE_METHODS.get(method);
  if (access && isCookieStore(callee.object, script)) return nameArgument(node, access);
  const direct = COOKIE_METHODS.get(method);
  if (!direct || (method === "state" && !isReply(callee.object))) return [];
  // jQuery's $.cookie("a") and Hono's c.req.cookie("a") read; with a value they set.
  if (method === "cookie" && node.arguments.length < 2) {
    const path = calleePath(callee.object);
    return path && /^(?:\$|jQuery|req|request)$/.test(path.at(-1)!) ? nameArgument(node, "read") : [];
  }
  return nameArgument(node, direct);
}

function isReply(node: TSESTree.Node): boolean {
  return /^(?:h|reply|response|res|\(\))$/.test(calleePath(node)?.at(-1) ?? "");
}

function functionCall(node: TSESTree.CallExpression, name: string): CookieCall[] {
  if (name === "useCookies") {
    const [list] = node.arguments;
    if (list?.type !== "ArrayExpression") return [];
    return list.elements.flatMap((element) => (element ? [named(element, "read")] : []));
  }
  const match = COOKIE_FUNCTION.exec(name);
  if (!match || NOT_ONE_COOKIE.test(name)) return [];
  return nameArgument(node, match[1] && match[1] !== "use" ? "write" : "read");
}

/** The argument that names the cookie: the first, or the one behind what carries the request; or `name` of an options object. */
function nameArgument(node: TSESTree.CallExpression, access: Access): CookieCall[] {
  if (access === "write" && removes(node)) return [];
  const candidates = node.arguments.filter((argument) => !isCarrier(argument));
  const [first] = candidates;
  if (!first || first.type === "SpreadElement") return [];
  if (first.type === "ObjectExpression") {
    const { members } = propertiesOf(first);
    const name = members.find((member) => member.name === "name" || member.name === "key");
    return name ? [named(name.value, access)] : [];
  }
  return [named(first, access)];
}

/** `set("sid", null)`, `setCookie("sid", "", { maxAge: 0 })` take the cookie away. */
function removes({ arguments: given }: TSESTree.CallExpression): boolean {
  return given.some((argument, index) => {
    if (argument.type === "Literal") return index > 0 && (argument.value === null || argument.value === "");
    if (argument.type === "Identifier") return index > 0 && argument.name === "undefined";
    return propertiesOf(argument).members.some(
      ({ name, value }) => /^max-?age$/i.test(name) && value.type === "Literal" && value.value === 0,
    );
  });
}

function isCarrier(node: TSESTree.CallExpressionArgument): boolean {
  switch (node.type) {
    case "ThisExpression":
      return true;
    case "Identifier":
      return CARRIERS.test(node.name);
    case "Literal":
      return node.value === null;
    case "MemberExpression":
      return node.property.type === "Identifier" && CARRIERS.test(node.property.name);
    case "ObjectExpression":
      // cookies-next: `getCookie("a", { req, res })`, nookies: `setCookie({ res }, "a", …)`
      return node.properties.some(
        (property) =>
          property.type === "Property" && property.key.type === "Identifier" && /^(?:req|res)$/.test(property.key.name),
      );
    default:
      return false;
  }
}

function named(name: TSESTree.Node, access: Access): CookieCall {
  return { name, access };
}

/** Packages whose default or named export is a store of cookies. */
const STORE_MODULES =
  /^(?:js-cookie|universal-cookie|cookies|cookies-js|tiny-cookie|es-cookie|typescript-cookie|vue-cookies?|react-cookies?|browser-cookies|next\/headers|@react-native-cookies\/cookies|cookie-universal\w*|ngx-cookie(?:-service)?)$/;

/** Whether an expression holds cookies: by its name, by its import, or by what it was made from. */
function isCookieStore(node: TSESTree.Node, script: Script, depth = 0): boolean {
  if (node.type === "AwaitExpression") return isCookieStore(node.argument, script, depth);
  const path = calleePath(node);
  if (!path) return false;
  const last = path.findLast((segment) => segment !== "()") ?? "";
  // `themeCookie.set(value)` is one cookie that has its name already.
  if (/^\$?cookie$|cookies$|cookie_?(?:jar|store|storage|service|manager|helper|util|lib)s?$/i.test(last)) return true;
  if (path.length > 2 || depth > 2) return false;
  const imported = importOf(node, script.imports);
  if (imported) return STORE_MODULES.test(imported.module);
  if (node.type !== "Identifier") return false;
  const init = definitionOf(node, script)?.init;
  return init ? isMadeOfCookies(init, script, depth + 1) : false;
}

/** `new Cookies()`, `await cookies()`, `useCookies()[0]`, `createCookies(req, res)`. */
function isMadeOfCookies(node: TSESTree.Node, script: Script, depth: number): boolean {
  if (node.type === "AwaitExpression" || node.type === "TSAsExpression") {
    return isMadeOfCookies(node.type === "AwaitExpression" ? node.argument : node.expression, script, depth);
  }
  if (node.type === "NewExpression") return /^(?:Universal)?Cookies?$/.test(lastOf(node.callee));
  if (node.type === "CallExpression")
    return isCookieStore(node.callee, script, depth) || /^(?:create|use|get)\w*Cookies$/.test(lastOf(node.callee));
  return false;
}

function lastOf(node: TSESTree.Node): string {
  return calleePath(node)?.findLast((segment) => segment !== "()") ?? "";
}
