import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName, stringValue } from "../estree/index.js";

/**
 * Headers in which proxies and hosts hand on the address or the place of the visitor. They have no other use, so their name alone, wherever
 * it stands, says that they are read.
 */
const NETWORK_HEADER =
  /^(?:(?:x-)?forwarded(?:-for)?|x-real-ip|x-client-ip|x-cluster-client-ip|x-remote-(?:ip|addr)|x-original-forwarded-for|x-envoy-external-address|[a-z]+(?:-[a-z]+)*-(?:connecting|client|user|viewer|real|remote)-(?:connection-)?ip(?:v6)?|x-azure-clientip|x-azure-socketip|x-appengine-(?:user-ip|country|region|city|citylatlong)|cloudfront-viewer-[a-z-]+|[a-z]+(?:-[a-z]+)*-ip-?(?:country|region|city|latitude|longitude|postal-code|timezone|continent|country-region)(?:-code)?|[a-z]+(?:-[a-z]+)*-client-(?:country|region|city|geo[a-z-]*)|cf-(?:region|region-code|postal-code|timezone|metro-code)|eo-region-code|x-geo(?:-[a-z]+)*|x-country(?:-code)?|fastly-client-ip|client-ip|remote-addr)$/i;

/** Headers that tell of the visitor only when a request is asked for them: programs also send them. */
const CLIENT_HEADER =
  /^(?:user-agent|referr?er|accept-language|sec-ch-(?:ua[a-z-]*|width|dpr|viewport-[a-z]+|device-memory)|x-device-(?:id|type|model|name)|x-device-user-agent|device-id|x-fingerprint|x-visitor-id|x-client-id|x-browser-id|x-timezone|x-language|x-lang)$/i;

/** Methods and functions that read one header of a request. */
const HEADER_READ =
  /^(?:get|header|headers|getHeader|getRequestHeader|getFirst|getHeaderValue|useRequestHeader|useRequestHeaders|getRequestHeaders|readHeader|has)$/;
/** What sets headers of a response or of an outgoing request. */
const HEADER_WRITE = /^(?:set|setHeader|append|appendHeader|setRequestHeader|add|vary|removeHeader|delete|setHeaders)$/;
/** Lists that say which headers may pass, not which are read. */
const PASSING_LIST = /(?:allow|expose|vary|cors|forward|block|strip|sanitis|sanitiz|redact|sensitive|ignore)/i;

/** The header a literal names when the code reads it there; null otherwise. */
export function headerReadBy(node: TSESTree.Node): string | null {
  const name = stringValue(node);
  if (name === null || name.length > 60) return null;
  if (NETWORK_HEADER.test(name)) return isPassedOn(node) ? null : name;
  return CLIENT_HEADER.test(name) && isAskedFor(node) ? name : null;
}

/** Outgoing headers, headers of a response, lists of allowed headers, keys of a record, tests and types. */
function isPassedOn(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (!parent) return true;
  if (parent.type === "Property" && parent.key === node) return true;
  // Telling which header is at hand is no reading of it.
  if (parent.type === "BinaryExpression" && parent.operator !== "+") return true;
  if (parent.type === "SwitchCase") return true;
  if (parent.type === "TSLiteralType" || parent.type === "ImportDeclaration" || parent.type === "ImportExpression")
    return true;
  if (parent.type === "MemberExpression") {
    const { parent: outer } = parent;
    return outer.type === "AssignmentExpression" && outer.left === parent;
  }
  if (parent.type === "CallExpression") {
    const called = calleePath(parent.callee)?.at(-1) ?? "";
    return HEADER_WRITE.test(called) || (/^header$/.test(called) && parent.arguments.length > 1);
  }
  if (parent.type === "ArrayExpression") return isPassingList(parent) || isGlossary(parent);
  return false;
}

function isPassingList(list: TSESTree.ArrayExpression): boolean {
  for (let at: TSESTree.Node | undefined = list.parent; at; at = at.parent) {
    if (at.type === "Property") return PASSING_LIST.test(keyName(at) ?? "");
    if (at.type === "VariableDeclarator") return at.id.type === "Identifier" && PASSING_LIST.test(at.id.name);
    if (at.type === "CallExpression") return HEADER_WRITE.test(calleePath(at.callee)?.at(-1) ?? "");
  }
  return false;
}

/** A list of all sorts of headers, to choose from or to complete names with. */
function isGlossary({ elements }: TSESTree.ArrayExpression): boolean {
  const names = elements.map((element) => stringValue(element)).filter((name) => name !== null);
  return names.length > 4 && names.filter((name) => NETWORK_HEADER.test(name)).length < names.length / 2;
}

/** `req.headers["user-agent"]`, `headers().get("user-agent")`, `getHeader(event, "user-agent")`, `@Headers("user-agent")`. */
function isAskedFor(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === "MemberExpression" && parent.property === node) {
    const written = parent.parent.type === "AssignmentExpression" && parent.parent.left === parent;
    return !written && isHeaders(parent.object);
  }
  if (parent?.type === "ArrayExpression" && parent.parent.type === "CallExpression")
    return /^useRequestHeaders$/.test(calleePath(parent.parent.callee)?.at(-1) ?? "");
  if (parent?.type !== "CallExpression") return false;
  const path = calleePath(parent.callee);
  const called = path?.at(-1) ?? "";
  if (called === "Headers") return true;
  if (!path || !HEADER_READ.test(called)) return false;
  if (path.length === 1) return parent.arguments[0] !== node || /Header/.test(called);
  const holder = path.slice(0, -1).findLast((segment) => segment !== "()") ?? "";
  if (parent.arguments.length > 1 && called !== "get") return false;
  return /headers?$/i.test(holder) || (/^(?:get|header)$/.test(called) && isRequestName(holder));
}

/** `req.headers.referer`: a header read as a property. */
export function headerProperty(node: TSESTree.MemberExpression): string | null {
  if (node.computed || node.property.type !== "Identifier" || !isHeaders(node.object)) return null;
  const { parent } = node;
  if (parent.type === "AssignmentExpression" && parent.left === node) return null;
  if (parent.type === "CallExpression" && parent.callee === node) return null;
  const { name } = node.property;
  return CLIENT_HEADER.test(name) || NETWORK_HEADER.test(name) ? name : null;
}

function isHeaders(node: TSESTree.Node): boolean {
  const path = calleePath(node);
  return path !== null && /^(?:req|request)?headers$/i.test(path.findLast((segment) => segment !== "()") ?? "");
}

export function isRequestName(name: string): boolean {
  return /^(?:_?req|_?request|ctx|context|c|event|r|socket|handshake|conn|connection)$/i.test(name);
}
