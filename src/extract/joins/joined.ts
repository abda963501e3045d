import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, stringValue } from "../estree/index.js";

const NAME = String.raw`["\x60\[]?([A-Za-z_][\w.]*)["\x60\]]?`;
const FROM = new RegExp(String.raw`\b(?:from|update|into)\s+${NAME}`, "i");
const JOIN = new RegExp(String.raw`\bjoin\s+(?:lateral\s+)?${NAME}`, "gi");
const LONGEST = 20_000;

/** Tables that a statement joins, as written; empty for a text that is none. */
export function tablesJoined(text: string): string[] {
  if (text.length > LONGEST) return [];
  const first = FROM.exec(text)?.[1];
  const others = [...text.matchAll(JOIN)].map((match) => match[1]!);
  return first !== undefined && others.length > 0 ? distinct([first, ...others]) : [];
}

const BUILDER_JOIN =
  /^(?:innerJoin|leftJoin|rightJoin|fullJoin|join|leftOuterJoin|leftJoinAndSelect|innerJoinAndSelect)$/;

/** Tables of a chain `db.select().from(users).leftJoin(profiles, …)`, `knex("users").join("profiles", …)`; told at its last join. */
export function tablesInChain(node: TSESTree.CallExpression): string[] {
  if (!isJoin(node) || isJoinedFurther(node)) return [];
  const found: string[] = [];
  for (let at: TSESTree.Node = node; at.type === "CallExpression";) {
    const name =
      at.callee.type === "MemberExpression" && at.callee.property.type === "Identifier" ? at.callee.property.name : "";
    if (
      BUILDER_JOIN.test(name) ||
      /^(?:from|into|table|selectFrom)$/.test(name) ||
      /^(?:knex|db|trx)$/.test(calleePath(at.callee)?.[0] ?? "")
    ) {
      const table = tableOf(at.arguments[0]);
      if (table !== null) found.unshift(table);
    }
    if (at.callee.type !== "MemberExpression") break;
    at = at.callee.object;
  }
  return found.length > 1 ? distinct(found) : [];
}

function isJoin(node: TSESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    node.callee.property.type === "Identifier" &&
    BUILDER_JOIN.test(node.callee.property.name) &&
    node.arguments.length > 1
  );
}

function isJoinedFurther(node: TSESTree.Node): boolean {
  for (let at = node.parent; at?.type === "MemberExpression" || at?.type === "CallExpression"; at = at.parent)
    if (isJoin(at)) return true;
  return false;
}

function tableOf(node: TSESTree.Node | undefined): string | null {
  const text = stringValue(node);
  if (text !== null) return text.split(/\s/)[0]!;
  if (node?.type === "Identifier") return node.name;
  return node?.type === "MemberExpression" && node.property.type === "Identifier" ? node.property.name : null;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.split(".").at(-1)!))];
}
