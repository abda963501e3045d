import type { TSESTree } from "@typescript-eslint/typescript-estree";
import {
  calleePath,
  defineEstreeCollector,
  keyName,
  knownText,
  propertiesOf,
  stringValue,
  type Script,
} from "../estree/index.js";
import { foreignHost } from "../transport/foreign-host.js";

export default defineEstreeCollector({
  id: "weak-transport",
  recognises: "connections whose certificates are not checked, and requests that carry data unencrypted",
  trigger: /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|http:\/\//,
  visit(script, emit) {
    return {
      Property(node) {
        if (isFalse(node.value) && keyName(node) === "rejectUnauthorized" && !isWanted(node, script))
          emit.practice({ kind: "weak-transport", how: "unchecked", detail: "rejectUnauthorized: false" }, node.range);
      },
      AssignmentExpression(node) {
        const name = node.left.type === "MemberExpression" ? calleePath(node.left)?.at(-1) : undefined;
        if (name === "rejectUnauthorized" && isFalse(node.right) && !isWanted(node, script))
          emit.practice({ kind: "weak-transport", how: "unchecked", detail: "rejectUnauthorized = false" }, node.range);
        if (name !== "NODE_TLS_REJECT_UNAUTHORIZED" || !isZero(node.right)) return;
        emit.practice({ kind: "weak-transport", how: "unchecked-everywhere", detail: name }, node.range);
      },
      CallExpression(node) {
        const host = plainHost(node, script);
        if (host !== null)
          emit.practice({ kind: "weak-transport", how: "plain-request", detail: host }, node.callee.range);
      },
    };
  },
});

function isFalse(node: TSESTree.Node): boolean {
  return node.type === "Literal" && node.value === false;
}

/** A condition says that whoever runs the program wants it so, or that it runs on a developer's machine. */
function isWanted(node: TSESTree.Node, { source }: Script): boolean {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    const test = testOf(at);
    if (test && WANTED.test(source.text.slice(test.range[0], Math.min(test.range[1], test.range[0] + LONGEST_TEST))))
      return true;
  }
  return false;
}

const WANTED =
  /insecure|self.?signed|invalid|skip|ignore|no.?verif|allow|unsafe|isDev|["'](?:dev|development|test)["']|localhost/i;
const LONGEST_TEST = 300;

function testOf(node: TSESTree.Node): TSESTree.Node | null {
  if (node.type === "IfStatement" || node.type === "ConditionalExpression" || node.type === "SwitchCase")
    return node.test;
  return node.type === "LogicalExpression" ? node.left : null;
}

function isZero(node: TSESTree.Node): boolean {
  return node.type === "Literal" && (node.value === 0 || node.value === "0");
}

const CLIENTS = /^(?:fetch|axios|got|ky|ofetch|\$fetch|superagent|undici|needle|request)$/;
const CLIENT_MODULES =
  /^(?:axios|got|ky|ofetch|undici|superagent|node-fetch|cross-fetch|needle|request|request-promise|isomorphic-fetch)$/;

/** The foreign host that a request with a body goes to without encryption. */
function plainHost(node: TSESTree.CallExpression, script: Script): string | null {
  const path = calleePath(node.callee);
  if (!path) return null;
  const module = script.imports.get(path[0]!)?.module;
  if (module === undefined ? !CLIENTS.test(path[0]!) : !CLIENT_MODULES.test(module)) return null;
  const method = path.length > 1 ? path.at(-1)! : methodIn(node.arguments[1], script);
  if (!/^(?:post|put|patch)$/i.test(method)) return null;
  return foreignHost(addressOf(node.arguments[0], script));
}

function methodIn(options: TSESTree.Node | undefined, script: Script): string {
  const method = propertiesOf(options).members.find(({ name }) => name === "method");
  return (method && knownText(method.value, script)) ?? "";
}

function addressOf(node: TSESTree.Node | undefined, script: Script): string {
  const known = knownText(node, script);
  if (known !== null) return known;
  if (node?.type === "TemplateLiteral") {
    const head = node.quasis[0]?.value.cooked ?? "";
    return head === "" ? (knownText(node.expressions[0], script) ?? "") : head;
  }
  return node?.type === "BinaryExpression" ? (stringValue(node.left) ?? addressOf(node.left, script)) : "";
}
