import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { SymbolFact } from "../../model/index.js";
import { keyName, nodesOf, type Script } from "../estree/index.js";
import type { Range } from "../source-text.js";
import { isFunctionLike, unitName } from "./units.js";

/** Names that a file declares at its top level, and the methods of its classes and objects. */
export function symbolsOf(script: Script): SymbolFact[] {
  const found = new Map<string, SymbolFact>();
  const add = (name: string, kind: SymbolFact["kind"], at: Range): void => {
    const known = found.get(name);
    if (name === "" || (known && known.kind !== "symbol")) return;
    found.set(name, { name, kind, span: script.source.span(at) });
  };
  for (const node of nodesOf(script.ast)) {
    if (isFunctionLike(node)) add(unitName(node), "function", nameRange(node));
    else if (node.type === "ClassDeclaration" && node.id) add(node.id.name, "class", node.id.range);
    else if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration")
      add(node.id.name, "symbol", node.id.range);
    else if (node.type === "TSEnumDeclaration") add(node.id.name, "symbol", node.id.range);
    else if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && isTopLevel(node))
      add(node.id.name, "symbol", node.id.range);
    else if (node.type === "ExportSpecifier" && node.exported.type === "Identifier" && node.parent.source === null)
      add(node.exported.name, "symbol", node.exported.range);
  }
  return [...found.values()];
}

/** The token by which people know the function: its name, or that of what it is given to. */
function nameRange(node: TSESTree.Node): Range {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if (at.type === "FunctionDeclaration" && at.id) return at.id.range;
    if (at.type === "VariableDeclarator") return at.id.range;
    if (at.type === "MethodDefinition" || at.type === "PropertyDefinition") return at.key.range;
    if (at.type === "Property" && keyName(at) !== null) return at.key.range;
    if (at.type === "AssignmentExpression") return at.left.range;
  }
  return [node.range[0], node.range[0] + 1];
}

function isTopLevel(node: TSESTree.VariableDeclarator): boolean {
  const { parent } = node.parent;
  return parent.type === "Program" || parent.type === "ExportNamedDeclaration";
}
