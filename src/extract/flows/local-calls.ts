import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { definitionOf, typeName, type Script } from "../estree/index.js";
import type { Range } from "../source-text.js";
import { classAround, classMember, isFunction, propertyName } from "./functions.js";

interface LocalCall {
  readonly callee: string;
  readonly at: Range;
  readonly given: readonly TSESTree.Node[];
}

/** Calls of functions that this code base may hold: of this file, imported, or methods of a member whose class is declared. */
export function callsAt(node: TSESTree.Node, script: Script): LocalCall[] {
  if (node.type !== "CallExpression" || node.arguments.length === 0) return [];
  const callee = calledFunction(node.callee, script);
  return callee === null ? [] : [{ callee, at: node.callee.range, given: node.arguments }];
}

function calledFunction(callee: TSESTree.Node, script: Script): string | null {
  if (callee.type === "Identifier") {
    const imported = script.imports.get(callee.name);
    if (imported) return mayBeOwn(imported.module) ? callee.name : null;
    const definition = definitionOf(callee, script);
    return definition?.kind === "function" || isFunction(definition?.init) ? callee.name : null;
  }
  if (callee.type !== "MemberExpression") return null;
  const method = propertyName(callee);
  const { object } = callee;
  if (method === null) return null;
  if (object.type === "Identifier") {
    const imported = script.imports.get(object.name);
    return imported && mayBeOwn(imported.module) ? `${object.name}.${method}` : null;
  }
  const body = classAround(callee);
  if (object.type === "ThisExpression") return body?.parent.id ? `${body.parent.id.name}.${method}` : null;
  if (object.type !== "MemberExpression" || object.object.type !== "ThisExpression" || !body) return null;
  const type = classMember(body, propertyName(object) ?? "")?.type;
  return type?.type === "TSTypeReference" ? `${typeName(type.typeName)}.${method}` : null;
}

/** A relative path, an alias, a package of the workspace; which of the last it is shows when files are linked. */
function mayBeOwn(module: string): boolean {
  return !module.startsWith("node:");
}
