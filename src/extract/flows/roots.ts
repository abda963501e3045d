import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Catalog } from "../../model/index.js";
import { calleePath, variableOf, typeName, type Script } from "../estree/index.js";
import { traceIndex } from "../recipients/trace-index.js";
import { classAround, classMember } from "./functions.js";

/** What a call is made on: the package or global behind its first name, and the members taken from there. */
export interface CallRoot {
  readonly module: string | null;
  /** Exported name behind the root, or the global itself. */
  readonly root: string;
  /** Members after the root, the called one last. Empty for a call of the root itself. */
  readonly members: readonly string[];
}

const MAX_HOPS = 4;

/** Null where the root is something of this code base's own. */
export function callRoot(callee: TSESTree.Node, script: Script, hops = 0): CallRoot | null {
  const path = calleePath(callee)?.filter((part) => part !== "()");
  if (!path || hops > MAX_HOPS) return null;
  const [first, ...members] = path;
  if (first === "this") return ofMember(callee, members, script, hops);
  if (first === "window" || first === "globalThis") {
    const [root, ...rest] = members;
    return root === undefined ? null : { module: null, root, members: rest };
  }
  const imported = script.imports.get(first!);
  if (imported) return { module: imported.module, root: imported.imported, members };
  const identifier = firstIdentifier(callee);
  const definition = identifier && variableOf(identifier, script)?.defs[0];
  if (!identifier || !definition) return identifier ? { module: null, root: first!, members } : null;
  const { node } = definition;
  if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || !node.init) return null;
  return made(node.init, members, script, hops);
}

function ofMember(callee: TSESTree.Node, path: readonly string[], script: Script, hops: number): CallRoot | null {
  const [name, ...members] = path;
  const body = classAround(callee);
  const member = body && name !== undefined ? classMember(body, name) : null;
  if (!member) return null;
  if (member.type?.type === "TSTypeReference") {
    const type = typeName(member.type.typeName).split(".")[0]!;
    const imported = script.imports.get(type);
    if (imported) return { module: imported.module, root: imported.imported, members };
  }
  return member.value ? made(member.value, members, script, hops) : null;
}

/** `new Client()`, `createClient()`, `await Client.create()`: what is made by a package is of the package. */
function made(node: TSESTree.Node, members: readonly string[], script: Script, hops: number): CallRoot | null {
  const inner = node.type === "AwaitExpression" ? node.argument : node;
  if (inner.type === "NewExpression" || inner.type === "CallExpression") {
    const root = callRoot(inner.callee, script, hops + 1);
    return root && (root.module !== null || inner.type === "NewExpression") ? { ...root, members } : null;
  }
  const root =
    inner.type === "Identifier" || inner.type === "MemberExpression" ? callRoot(inner, script, hops + 1) : null;
  return root && { ...root, members: [...root.members, ...members] };
}

function firstIdentifier(node: TSESTree.Node): TSESTree.Identifier | null {
  switch (node.type) {
    case "Identifier":
      return node;
    case "MemberExpression":
      return firstIdentifier(node.object);
    case "CallExpression":
      return firstIdentifier(node.callee);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return firstIdentifier(node.expression);
    default:
      return null;
  }
}

/** The catalogued recipient that a call hands its arguments to. */
export function recipientOf({ module, root, members }: CallRoot, catalog: Catalog): string | null {
  const index = traceIndex(catalog);
  const method = members.length > 0 ? members.join(".") : root;
  if (module !== null) {
    const id = index.packageOf(module);
    return id !== null && hands(catalog, id, method) ? id : null;
  }
  for (const name of [root, `${root}.${members[0] ?? ""}`]) {
    for (const { recipient, use } of index.globalOf(name)) {
      if (members.length === 0 ? use === "call" || use === "call-with-text" : hands(catalog, recipient, method))
        return recipient;
    }
  }
  return null;
}

function hands(catalog: Catalog, id: string, method: string): boolean {
  return (catalog.recipients.get(id)?.calls ?? []).some((call) => method === call || method.endsWith(`.${call}`));
}
