import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { resolved } from "../stores/members.js";

export interface SubmissionDraft {
  readonly method: string;
  readonly path: string;
  readonly at: TSESTree.Range;
}

const SENDS = new Set(["post", "put", "patch"]);
const FETCH = new Set(["fetch", "$fetch", "useFetch", "ofetch", "apiFetch", "authFetch"]);

/** `fetch("/api/users", { method: "POST" })`, `axios.put(`/users/${id}`, …)`, `this.http.post(…)`: data sent to the code base's own server. */
export function submissionAt(node: TSESTree.Node, script: Script): SubmissionDraft | null {
  if (node.type !== "CallExpression") return null;
  const [address, second] = node.arguments;
  const path = address && ownPath(address);
  if (!address || path === null || path === undefined) return null;
  const name = calleePath(node.callee)?.at(-1) ?? "";
  if (node.callee.type === "MemberExpression" && SENDS.has(name))
    // `app.post("/users", handler)` declares a route.
    return node.arguments.slice(1).some(isFunction) ? null : { method: name.toUpperCase(), path, at: address.range };
  if (!FETCH.has(name)) return null;
  const { members } = propertiesOf(resolved(second, script));
  const method = stringValue(members.find((member) => member.name === "method")?.value)?.toUpperCase() ?? "GET";
  return SENDS.has(method.toLowerCase()) ? { method, path, at: address.range } : null;
}

function isFunction({ type }: TSESTree.Node): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

/** Path of an address without a host; what a variable holds at its beginning is the server's own root. */
function ownPath(node: TSESTree.Node): string | null {
  const text =
    node.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.cooked ?? "").join("*") : stringValue(node);
  const path = text?.replace(/^\*/, "").replace(/[?#].*$/s, "") ?? "";
  return /^\/[\w*/.[\]-]{1,200}$/.test(path) ? path.replace(/[^/]*\*[^/]*/g, "*") : null;
}
