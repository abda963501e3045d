import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, commentBefore, propertiesOf, type Script } from "../estree/index.js";
import { resolved } from "../stores/members.js";

const DEEPEST = 8;
const SPREAD_DEEPEST = 2;

/** Fields of a document as code writes it: an object literal, or a name of this file for one. Nested objects give dotted names. */
export function writtenFields(
  node: TSESTree.Node | null | undefined,
  script: Script,
  under = "",
  depth = 0,
): FieldDraft[] {
  const { members, spreads } = propertiesOf(resolved(node, script));
  // Literals that spread each other are followed two steps: a document is seldom put together from more.
  const spread = spreads.flatMap((one) => (depth < SPREAD_DEEPEST ? writtenFields(one, script, under, depth + 1) : []));
  const own = members.flatMap(({ name, key, value }): FieldDraft[] => {
    if (name.startsWith("$")) return [];
    const comment = commentBefore(script, key.range[0]);
    const readFrom = memberPath(value);
    const hints = { ...(comment && { comment }), ...(readFrom && { readFrom }) };
    const field: FieldDraft = {
      // Dotted keys of updates are paths already.
      name: under + name,
      at: key.range,
      ...writtenType(value),
      ...(Object.keys(hints).length > 0 && { hints }),
    };
    const inner = value.type === "ArrayExpression" ? value.elements[0] : value;
    if (inner?.type !== "ObjectExpression" || depth >= DEEPEST) return [field];
    return [field, ...writtenFields(inner, script, `${under}${name}.`, depth + 1)];
  });
  return [...spread, ...own];
}

function writtenType(node: TSESTree.Node): Pick<FieldDraft, "type" | "list"> {
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "string") return { type: "string" };
      if (typeof node.value === "number") return { type: "number" };
      return { type: typeof node.value === "boolean" ? "boolean" : "unknown" };
    case "TemplateLiteral":
      return { type: "string" };
    case "ObjectExpression":
      return { type: "object" };
    case "ArrayExpression": {
      const [first] = node.elements;
      return { ...(first && first.type !== "SpreadElement" ? writtenType(first) : { type: "unknown" }), list: true };
    }
    case "NewExpression":
      return { type: calleePath(node.callee)?.at(-1) === "Date" ? "date" : "unknown" };
    case "UnaryExpression":
      return { type: node.operator === "!" ? "boolean" : "unknown" };
    case "CallExpression": {
      const called = calleePath(node.callee)?.join(".") ?? "";
      return { type: /(?:^|\.)(?:serverTimestamp|Date\.now)$|^Timestamp\./.test(called) ? "date" : "unknown" };
    }
    default:
      return { type: "unknown" };
  }
}

/** `req.body.email`, where the value comes straight from somewhere. */
function memberPath(node: TSESTree.Node): string | null {
  const path = node.type === "MemberExpression" || node.type === "ChainExpression" ? calleePath(node) : null;
  return path && !path.includes("()") ? path.join(".") : null;
}
