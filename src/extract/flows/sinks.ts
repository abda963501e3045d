import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Catalog, SinkKind } from "../../model/index.js";
import { calleePath, knownText, stringValue, type Script } from "../estree/index.js";
import { traceIndex } from "../recipients/trace-index.js";
import type { Range } from "../source-text.js";
import { propertyName } from "./functions.js";
import { callRoot, recipientOf, type CallRoot } from "./roots.js";
import { urlHoles } from "./urls.js";
import type { FlowWords } from "./words.js";

/** A place where values leave, with the expressions that leave there. */
export interface Sink {
  readonly kind: SinkKind;
  readonly recipient?: string;
  readonly callee: string;
  readonly key?: string;
  readonly at: Range;
  readonly values: readonly TSESTree.Node[];
}

export interface SinkContext {
  readonly script: Script;
  readonly catalog: Catalog;
  readonly words: FlowWords;
}

/** Sinks that begin at a node of the tree. */
export function sinksAt(node: TSESTree.Node, context: SinkContext): Sink[] {
  switch (node.type) {
    case "CallExpression":
      return ofCall(node, context);
    case "AssignmentExpression":
      return ofAssignment(node, context);
    case "TemplateLiteral":
    case "BinaryExpression":
      return urlHoles(node).map(({ key, value }) => ({
        kind: "url",
        callee: "URL",
        key,
        at: value.range,
        values: [value],
      }));
    default:
      return [];
  }
}

function ofCall(node: TSESTree.CallExpression, context: SinkContext): Sink[] {
  const path = calleePath(node.callee);
  if (!path || node.arguments.length === 0) return [];
  const { words } = context;
  const callee = path.filter((part) => part !== "()").join(".");
  const sink = (kind: SinkKind, values: readonly TSESTree.Node[], more: Partial<Sink> = {}): Sink[] => [
    { kind, callee, at: node.callee.range, values, ...more },
  ];
  if (isLog(path, context)) return sink("log", node.arguments);
  const stored = storageWrite(path, node, context);
  if (stored) return sink(stored.kind, stored.values, stored.key === null ? {} : { key: stored.key });
  const parameter = searchParameter(path, node);
  if (parameter) return sink("url", [parameter.value], { key: parameter.key, at: parameter.value.range });
  const root = callRoot(node.callee, context.script);
  if (!root) return [];
  const recipient = recipientOf(root, context.catalog);
  if (recipient) return sink(kindOf(recipient, context.catalog), node.arguments, { recipient });
  const host = requestHost(root, node, words, context.script);
  const id = host && (traceIndex(context.catalog).hostOf(host.host, host.rest) ?? `host:${host.host}`);
  return id ? sink(kindOf(id, context.catalog), node.arguments.slice(1), { recipient: id }) : [];
}

function kindOf(recipient: string, { recipients }: Catalog): SinkKind {
  const kind = recipients.get(recipient)?.kind;
  if (kind === "error-tracker") return "error-tracker";
  return kind === "ai" ? "language-model" : "recipient";
}

function isLog(path: readonly string[], { words, script }: SinkContext): boolean {
  const names = path.filter((part) => part !== "()" && !words.has("loggerMakers", part));
  const method = names.at(-1)!;
  if (path.at(-1) === "()") return false;
  if (names.length === 1) {
    const imported = script.imports.get(method);
    return imported !== undefined && words.has("loggerPackages", imported.module) && imported.imported === "default";
  }
  if (!words.has("loggerMethods", method)) return false;
  const holder = names.at(-2)!.replace(/^[#_$]+/, "");
  return words.has("loggers", holder.toLowerCase()) || /(?:Logger|[a-z]Log|^LOG|^LOGGER)$/.test(holder);
}

interface Written {
  readonly kind: "web-storage" | "cookie";
  readonly key: string | null;
  readonly values: readonly TSESTree.Node[];
}

const STORAGES = new Set(["localStorage", "sessionStorage"]);

function storageWrite(
  path: readonly string[],
  node: TSESTree.CallExpression,
  { words, script }: SinkContext,
): Written | null {
  const method = path.at(-1)!;
  const holder = path.filter((part) => part !== "()").at(-2) ?? "";
  const [first, second] = node.arguments;
  if (!first || !second) return null;
  const key = knownText(first, script);
  if (method === "setItem" && STORAGES.has(holder)) return { kind: "web-storage", key, values: [second] };
  const imported = script.imports.get(path[0]!);
  const writes =
    (method === "cookie" && /^(?:res|response|reply)$/i.test(holder)) ||
    (method === "setCookie" && /^(?:reply|res|response|c|ctx|event|h)$/i.test(holder)) ||
    (method === "set" && (holder === "cookies" || holder === "cookieStore")) ||
    ((method === "set" || method === "setCookie") &&
      imported !== undefined &&
      words.has("cookiePackages", imported.module));
  return writes ? { kind: "cookie", key, values: [second] } : null;
}

function searchParameter(
  path: readonly string[],
  { arguments: given }: TSESTree.CallExpression,
): { readonly key: string; readonly value: TSESTree.Node } | null {
  const [first, second] = given;
  const key = stringValue(first);
  const adds = path.length >= 3 && path.at(-2) === "searchParams" && ["set", "append"].includes(path.at(-1)!);
  return adds && key !== null && second ? { key, value: second } : null;
}

function ofAssignment({ left, right, operator }: TSESTree.AssignmentExpression, { script }: SinkContext): Sink[] {
  if (left.type !== "MemberExpression" || operator !== "=") return [];
  const path = calleePath(left.object);
  const key = propertyName(left) ?? (left.computed ? knownText(left.property, script) : null);
  const callee = [...(path ?? []), key ?? ""].join(".");
  const holder = path?.at(-1) ?? "";
  if (STORAGES.has(holder) && path!.length <= 2)
    return [{ kind: "web-storage", callee, at: left.range, values: [right], ...(key !== null && { key }) }];
  if (holder !== "document" || key !== "cookie") return [];
  const name = /^\s*([^=;\s]+)=/.exec(headText(right));
  return [{ kind: "cookie", callee, at: left.range, values: [right], ...(name && { key: name[1]! }) }];
}

function headText(node: TSESTree.Node): string {
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked ?? "";
  return node.type === "BinaryExpression" ? headText(node.left) : (stringValue(node) ?? "");
}

/** The foreign host that a request goes to, as far as the text of its address is known. */
function requestHost(
  { module, root, members }: CallRoot,
  { arguments: given }: TSESTree.CallExpression,
  words: FlowWords,
  script: Script,
): { readonly host: string; readonly rest: string } | null {
  const method = members.at(-1);
  const isClient = module === null ? words.has("httpClients", root) : words.has("httpPackages", module);
  if (!isClient || (method !== undefined && !words.has("httpMethods", method))) return null;
  const text = addressText(given[0], script);
  const address = /^https?:\/\/([\w.-]+\.[a-z]{2,})(?::\d+)?(\/.*)?$/is.exec(text);
  if (!address || /(?:^|\.)(?:localhost|local|test|example|internal)$/i.test(address[1]!)) return null;
  return { host: address[1]!.toLowerCase(), rest: address[2] ?? "" };
}

/** The address up to its first hole. */
function addressText(node: TSESTree.Node | undefined, script: Script): string {
  const known = knownText(node, script);
  if (known !== null) return known;
  if (node?.type !== "TemplateLiteral") return "";
  const head = node.quasis[0]?.value.cooked ?? "";
  if (head !== "") return head;
  return `${knownText(node.expressions[0], script) ?? ""}${node.quasis[1]?.value.cooked ?? ""}`;
}
