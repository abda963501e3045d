import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath } from "../estree/index.js";
import { membersOf } from "../stores/members.js";

/** What a file of a Sails application hands to the framework, or a definition handed to Waterline itself; null for other literals. */
export function handedOver(node: TSESTree.ObjectExpression): ReadonlyMap<string, TSESTree.Node> | null {
  const { parent } = node;
  switch (parent.type) {
    case "AssignmentExpression":
      return parent.right === node && calleePath(parent.left)?.join(".") === "module.exports" ? membersOf(node) : null;
    case "ExportDefaultDeclaration":
      return membersOf(node);
    case "CallExpression":
      return /(?:^|\.)(?:Collection\.extend|defineModel)$/.test(calleePath(parent.callee)?.join(".") ?? "")
        ? membersOf(node)
        : null;
    default:
      return null;
  }
}

/** The attributes of a Waterline model: a literal with an object of attributes, in which types are words or other models. */
export function waterlineModel(node: TSESTree.ObjectExpression): TSESTree.Node | null {
  const options = handedOver(node);
  const attributes = options?.get("attributes");
  // A content type of Strapi has attributes too, and says of itself what it is.
  if (!options || attributes?.type !== "ObjectExpression" || options.has("kind") || options.has("info")) return null;
  const all = [...membersOf(attributes).values()].map(membersOf);
  const known = all.filter((one) => ["type", "model", "collection"].some((option) => one.has(option)));
  return all.length > 0 && known.length * 2 > all.length ? attributes : null;
}
