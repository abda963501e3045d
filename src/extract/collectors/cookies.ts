import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { cookieCalls } from "../cookies/calls.js";
import { cookiesInText, cookieSoughtBy } from "../cookies/headers.js";
import { sessionCookieOf } from "../cookies/sessions.js";
import {
  calleePath,
  decoratorsOf,
  defineEstreeCollector,
  definitionOf,
  keyName,
  stringValue,
  unitOf,
  type Script,
} from "../estree/index.js";
import { KeyedFacts } from "../keyed/gather.js";

export default defineEstreeCollector({
  id: "cookie",
  recognises: "cookies set and read through frameworks, libraries, the page, headers and wrappers around them",
  trigger: /cookie/i,
  visit(script, emit) {
    const facts = new KeyedFacts(script, emit, "cookie", "cookie");
    const readers = new Set<TSESTree.Node | null>();
    return {
      CallExpression(node) {
        for (const { name, access } of cookieCalls(node, script)) facts.add(name, access, node);
        for (const key of sessionCookieOf(node, script)) facts.key(key, "write", node);
        if (setsHeader(node))
          for (const key of cookiesInText(node.arguments[1], script, true)) facts.key(key, "write", node);
        if (readers.has(unitOf(node)) && seeks(node))
          for (const key of cookieSoughtBy(soughtIn(node), script)) facts.key(key, "read", node);
      },
      NewExpression(node) {
        for (const { name, access } of cookieCalls(node, script)) facts.add(name, access, node);
      },
      AssignmentExpression(node) {
        if (isDocumentCookie(node.left))
          for (const key of cookiesInText(node.right, script, true)) facts.key(key, "write", node);
      },
      MemberExpression(node) {
        if (isDocumentCookie(node)) readers.add(unitOf(node));
        if (isCookieRead(node, script) && node.property.type !== "PrivateIdentifier") {
          if (node.computed) facts.add(node.property, "read", node);
          else facts.key({ text: keyOfProperty(node), at: node.property.range }, "read", node);
        }
      },
      VariableDeclarator(node) {
        if (node.id.type !== "ObjectPattern" || !node.init || !holdsCookies(node.init, script)) return;
        for (const property of node.id.properties) {
          const name = property.type === "Property" ? keyName(property) : null;
          if (name !== null && property.type === "Property")
            facts.key({ text: name, at: property.key.range }, "read", property);
        }
      },
      Property(node) {
        const name = keyName(node);
        if (name === null) return;
        if (/^set-cookie$/i.test(name)) {
          for (const key of cookiesInText(node.value, script, true)) facts.key(key, "write", node);
        } else if (isCookieNameKey(name)) {
          const value = node.value.type === "AssignmentPattern" ? node.value.right : node.value;
          const text = stringValue(value);
          if (text !== null && /^[\w.:$@-]+$/.test(text)) facts.add(value, "write", node);
        }
      },
      TemplateLiteral(node) {
        for (const key of cookiesInText(node, script, false)) facts.key(key, "write", node);
      },
      Decorator(node) {
        const [call] = decoratorsOf({ decorators: [node] }, script);
        if (call && /^(?:Signed)?Cookies?$|^CookieParam$/.test(call.name)) facts.add(call.arguments[0], "read", node);
      },
    };
  },
});

/** `cookieName: "sid"`, `lookupCookie: "lang"`; a plain `name` says so only inside `cookie: { … }`, which sessions.ts reads. */
function isCookieNameKey(name: string): boolean {
  return /cookie_?(?:name|key|id)$|^lookupCookie$/i.test(name);
}

/** `setHeader("Set-Cookie", …)`, `headers.append("set-cookie", …)`. */
function setsHeader({ callee, arguments: [name] }: TSESTree.CallExpression): boolean {
  const header = stringValue(name);
  return header !== null && /^set-cookie$/i.test(header) && callee.type === "MemberExpression";
}

function isDocumentCookie(node: TSESTree.Node): boolean {
  const path = node.type === "MemberExpression" ? calleePath(node) : null;
  return path?.at(-1) === "cookie" && path.at(-2) === "document";
}

const SEEKING = /^(?:startsWith|includes|indexOf|match|test|exec|search|split)$/;

function seeks({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === "MemberExpression" && callee.property.type === "Identifier" && SEEKING.test(callee.property.name)
  );
}

/** The text sought: the argument, or the pattern whose method it is. */
function soughtIn({ callee, arguments: [argument] }: TSESTree.CallExpression): TSESTree.Node | undefined {
  if (callee.type === "MemberExpression" && callee.object.type === "Literal" && "regex" in callee.object)
    return callee.object;
  return argument;
}

/** Members of a cookie holder that are its methods. */
const METHODS =
  /^(?:get|set|has|getAll|delete|remove|clear|put|append|entries|keys|values|forEach|map|filter|find|split|length|toString|size|serialize|parse|join|includes|reduce|some|match|indexOf|replace|check|update|then)\w*$/;

/** `req.cookies.sid`, `request.signedCookies["sid"]`. */
function isCookieRead(node: TSESTree.MemberExpression, script: Script): boolean {
  if (node.parent.type === "CallExpression" && node.parent.callee === node) return false;
  if (node.parent.type === "AssignmentExpression" && node.parent.left === node) return false;
  if (!node.computed && METHODS.test(keyOfProperty(node))) return false;
  if (node.computed && node.property.type === "Literal" && typeof node.property.value === "number") return false;
  return holdsCookies(node.object, script);
}

function keyOfProperty({ property }: TSESTree.MemberExpression): string {
  return property.type === "Identifier" ? property.name : "";
}

/** An object whose properties are cookies: of a request, or made by a parser of the header. */
function holdsCookies(node: TSESTree.Node, script: Script): boolean {
  const path = calleePath(node);
  if (!path) return false;
  const last = path.at(-1)!;
  if (path.length > 1 && /^(?:cookies|signedCookies)$/.test(last))
    return /^(?:req|request|ctx|context|c|event|socket|handshake|r|_req|page)$/i.test(path.at(-2)!);
  if (last === "()")
    return (
      /^(?:parseCookies?|cookieParse)$/.test(path.at(-2)!) ||
      (path.at(-2) === "parse" && /^cookies?$/.test(path.at(-3) ?? ""))
    );
  if (node.type !== "Identifier") return false;
  const definition = definitionOf(node, script);
  const made = definition?.init && calleePath(definition.init);
  if (!made || made.at(-1) !== "()") return false;
  if (made.at(-2) === "useCookies") return definition!.destructured;
  return /^parseCookies?$/.test(made.at(-2) ?? "") || (made.at(-2) === "parse" && /^cookies?$/.test(made.at(-3) ?? ""));
}
