import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { estree, propertiesOf, stringValue, type Script } from "./estree/index.js";
import type { Language } from "./document.js";
import type { FactBuilder } from "./fact-builder.js";

/** Files that only pass names on, or keep names in constants, matter to linking though no collector wants them. */
const PASSES_NAMES_ON =
  /\bexport\s*(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s*)?from\b|\bexport\s+const\s+\w+\s*(?::\s*string\s*)?=\s*["'`]|\bexports(?:\.\w+)?\s*=\s*require\b/;

/** Names of cookies and storage keys are often members of one constant: `export const KEYS = { token: "…" }`, `export enum Key {`. */
const HOLDS_KEYS =
  /\bexport\s+(?:(?:default\s+)?const\s+(?:[A-Z][A-Z\d_]+|\w*(?:[kK]ey|[cC]ookie|[nN]ame|[sS]torage|[cC]onstant|[hH]eader)\w*)\s*(?::[^=\n]{1,80})?=\s*(?:Object\.freeze\(\s*)?\{|(?:const\s+)?enum\s)/;

export function reExports(language: Language, text: string): boolean {
  return language.yields.includes(estree) && (PASSES_NAMES_ON.test(text) || HOLDS_KEYS.test(text));
}

/** What the file takes from and gives to other modules, and its top-level string constants. */
export function readModule(script: Script, builder: FactBuilder): void {
  for (const [local, { module, imported }] of script.imports) builder.import({ local, imported, module });
  for (const statement of script.ast.body) {
    switch (statement.type) {
      case "ExportAllDeclaration":
        builder.export({
          exported: statement.exported?.type === "Identifier" ? statement.exported.name : "*",
          local: "*",
          module: statement.source.value,
        });
        break;
      case "ExportDefaultDeclaration":
        builder.export({ exported: "default", local: nameOf(statement.declaration) ?? "default" });
        break;
      case "ExportNamedDeclaration":
        for (const specifier of statement.specifiers) {
          builder.export({
            exported: nameOf(specifier.exported) ?? "",
            local: nameOf(specifier.local) ?? "",
            ...(statement.source && { module: statement.source.value }),
          });
        }
        if (statement.declaration) declare(statement.declaration, builder, true);
        break;
      default:
        declare(statement, builder, false);
    }
  }
}

type Statement = Script["ast"]["body"][number] | TSESTree.NamedExportDeclarations;

function declare(statement: Statement, builder: FactBuilder, exported: boolean): void {
  if (statement.type === "TSEnumDeclaration") declareEnum(statement, builder);
  if (statement.type === "VariableDeclaration") {
    for (const { id, init } of statement.declarations) {
      if (id.type !== "Identifier") continue;
      if (exported) builder.export({ exported: id.name, local: id.name });
      const value = statement.kind === "const" ? stringValue(init) : null;
      if (value !== null && value.length <= LONGEST_CONSTANT) builder.constant(id.name, value);
      if (statement.kind === "const" && init) declareMembers(id.name, init, builder, 0);
    }
  } else if (exported && "id" in statement && statement.id) {
    const name = nameOf(statement.id);
    if (name) builder.export({ exported: name, local: name });
  } else if (statement.type === "ExpressionStatement") readCommonJsExport(statement, builder);
}

const LONGEST_CONSTANT = 200;
const MOST_MEMBERS = 200;

/** Members of a constant that hold text: `KEYS.token`. */
function declareMembers(path: string, node: TSESTree.Node, builder: FactBuilder, depth: number): void {
  const frozen = node.type === "CallExpression" && node.arguments.length === 1 ? node.arguments[0]! : node;
  for (const { name, value } of propertiesOf(frozen).members.slice(0, MOST_MEMBERS)) {
    const text = stringValue(value);
    if (text !== null && text.length <= LONGEST_CONSTANT) builder.constant(`${path}.${name}`, text);
    else if (value.type === "ObjectExpression" && depth < 2)
      declareMembers(`${path}.${name}`, value, builder, depth + 1);
  }
}

function declareEnum({ id, body }: TSESTree.TSEnumDeclaration, builder: FactBuilder): void {
  for (const member of body.members.slice(0, MOST_MEMBERS)) {
    const name = nameOf(member.id);
    const text = stringValue(member.initializer);
    if (name !== null && text !== null && text.length <= LONGEST_CONSTANT) builder.constant(`${id.name}.${name}`, text);
  }
}

/** `module.exports = Name`, `module.exports = { a, b }`, `exports.name = local`. */
function readCommonJsExport(
  { expression }: Extract<Statement, { type: "ExpressionStatement" }>,
  builder: FactBuilder,
): void {
  if (expression.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return;
  const { object, property } = expression.left;
  if (property.type !== "Identifier") return;
  const local = nameOf(expression.right);
  if (object.type === "Identifier" && object.name === "module" && property.name === "exports") {
    if (local) builder.export({ exported: "default", local });
    if (expression.right.type !== "ObjectExpression") return;
    for (const member of expression.right.properties) {
      if (member.type !== "Property" || member.key.type !== "Identifier") continue;
      builder.export({ exported: member.key.name, local: nameOf(member.value) ?? member.key.name });
    }
  } else if (isExports(object)) builder.export({ exported: property.name, local: local ?? property.name });
}

function isExports(node: { type: string }): boolean {
  if (node.type === "Identifier") return (node as { name?: string }).name === "exports";
  return node.type === "MemberExpression" && (node as { object?: { name?: string } }).object?.name === "module";
}

function nameOf(node: unknown): string | null {
  const named = node as { type?: string; name?: unknown; value?: unknown; id?: unknown } | null;
  if (named?.type === "Identifier" && typeof named.name === "string") return named.name;
  if (named?.type === "Literal") return String(named.value);
  return named?.id ? nameOf(named.id) : null;
}
