import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { LoadWay } from "../../model/index.js";
import { calleePath, nodesOf, variableOf, type Script } from "../estree/index.js";
import { conditionsAt } from "./deciding.js";
import { namesIn } from "./names-in.js";
import { isFunction, roleOf, runsArgument } from "./roles.js";

const MOST_WAYS = 6;
const MOST_CALLS = 6;

interface Search {
  readonly script: Script;
  readonly ways: LoadWay[];
  readonly seen: Set<TSESTree.Node>;
}

/** The ways by which a node runs as soon as its page, component or module does; calls of functions are followed within the file. */
export function loadWays(node: TSESTree.Node, script: Script): LoadWay[] {
  const search: Search = { script, ways: [], seen: new Set() };
  climb(node, { conditions: [], around: [] }, search, 0);
  return search.ways;
}

function climb(start: TSESTree.Node, met: LoadWay, search: Search, calls: number): void {
  const conditions = [...met.conditions];
  const around = [...met.around];
  const { script, ways } = search;
  if (ways.length >= MOST_WAYS || calls > MOST_CALLS) return;
  for (let at: TSESTree.Node = start; ;) {
    if (isFunction(at)) {
      const role = roleOf(at, script);
      if (role.runs === "by-name") around.push(role.binding.name);
      if (role.runs === "by-member") around.push(role.member);
      if (role.runs === "on-load") around.push(...nameOf(at));
      if (role.runs === "on-load") ways.push({ conditions, around });
      if (role.runs === "by-name") byName(role.binding, { conditions, around }, search, calls);
      if (role.runs === "by-member") byMember(role.member, role.body, { conditions, around }, search, calls);
      if (role.runs !== "at-once") return;
      if (at.parent !== role.through) at = at.parent;
      around.push(...namesAround(role.through, at, script));
    } else if (at.type === "JSXElement") {
      around.push(...namesIn(at.openingElement, script));
    }
    const parent: TSESTree.Node | undefined = at.parent;
    if (!parent) break;
    if (parent.type === "ClassBody" && at.type !== "StaticBlock") return;
    conditions.push(...conditionsAt(at, parent, script));
    at = parent;
  }
  ways.push({ conditions, around });
}

function nameOf(node: TSESTree.Node): string[] {
  if (node.type === "FunctionDeclaration") return node.id ? [node.id.name] : [];
  const { parent } = node;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? [parent.id.name] : [];
}

/** Names of a call and of what else it is given: `onReady("analytics", …)`, the dependencies of an effect. */
function namesAround(call: TSESTree.Node, callback: TSESTree.Node, script: Script): string[] {
  if (call.type !== "CallExpression") return [];
  const others = call.arguments.filter((argument) => argument !== callback && !isFunction(argument));
  return [
    ...(call.callee === callback ? [] : namesIn(call.callee, script)),
    ...others.flatMap((one) => namesIn(one, script)),
  ].slice(0, 30);
}

function byName(binding: TSESTree.Identifier, met: LoadWay, search: Search, calls: number): void {
  for (const { identifier } of variableOf(binding, search.script)?.references ?? []) {
    if (identifier === binding || identifier.type !== "Identifier") continue;
    follow(identifier, met, search, calls);
  }
}

/** Calls of `this.member()` in the class. */
function byMember(name: string, body: TSESTree.ClassBody, met: LoadWay, search: Search, calls: number): void {
  for (const node of nodesOf(search.script.ast)) {
    if (node.type !== "MemberExpression" || node.object.type !== "ThisExpression") continue;
    if (node.range[0] < body.range[0] || node.range[1] > body.range[1]) continue;
    if (calleePath(node)?.at(-1) === name) follow(node, met, search, calls);
  }
}

function follow(reference: TSESTree.Node, met: LoadWay, search: Search, calls: number): void {
  const { parent } = reference;
  const reached = parent?.type === "CallExpression" && parent.callee === reference ? parent : runsArgument(reference);
  if (!reached || search.seen.has(reached)) return;
  search.seen.add(reached);
  climb(reached, met, search, calls + 1);
}
