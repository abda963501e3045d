import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { OperationFact } from "../../model/index.js";
import type { Script } from "../estree/index.js";
import type { Range } from "../source-text.js";
import { mapperOperation } from "./mappers.js";

export type OperationDraft = Omit<OperationFact, "span"> & { readonly at: Range };

/** What a node does to stored records. */
export function operationsAt(node: TSESTree.Node, script: Script): OperationDraft[] {
  if (node.type !== "CallExpression") return [];
  const operation = mapperOperation(node, script);
  return operation ? [operation] : [];
}
