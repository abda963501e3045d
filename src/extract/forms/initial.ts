import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";

/** What an initial value says of the type of a field. */
export function typeOfInitial(node: TSESTree.Node): Pick<FieldDraft, "type" | "list"> {
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "boolean") return { type: "boolean" };
      if (typeof node.value === "number") return { type: "number" };
      return { type: typeof node.value === "string" ? "string" : "unknown" };
    case "TemplateLiteral":
      return { type: "string" };
    case "ArrayExpression":
      return { type: "unknown", list: true };
    case "ObjectExpression":
      return { type: "object" };
    case "NewExpression":
      return { type: node.callee.type === "Identifier" && node.callee.name === "Date" ? "date" : "unknown" };
    case "LogicalExpression":
      return typeOfInitial(node.right);
    default:
      return { type: "unknown" };
  }
}
