import type { TSESTree } from "@typescript-eslint/typescript-estree";

export interface ImportBinding {
  readonly module: string;
  /** Exported name; `default` for default imports and `require`, `*` for namespaces. */
  readonly imported: string;
  readonly range: readonly [number, number];
}

/** Import bindings by local name: `import` declarations and `const x = require("m")`, `const { a: b } = require("m")` at any depth of the top level. */
export function readImports(ast: TSESTree.Program): Map<string, ImportBinding> {
  const bindings = new Map<string, ImportBinding>();
  for (const statement of ast.body) {
    if (statement.type === "ImportDeclaration") readImport(statement, bindings);
    else if (statement.type === "TSImportEqualsDeclaration") readImportEquals(statement, bindings);
    else if (statement.type === "VariableDeclaration") {
      for (const declarator of statement.declarations) readRequire(declarator, bindings);
    }
  }
  return bindings;
}

function readImport(statement: TSESTree.ImportDeclaration, bindings: Map<string, ImportBinding>): void {
  const module = statement.source.value;
  for (const specifier of statement.specifiers) {
    const imported =
      specifier.type === "ImportDefaultSpecifier"
        ? "default"
        : specifier.type === "ImportNamespaceSpecifier"
          ? "*"
          : specifier.imported.type === "Identifier"
            ? specifier.imported.name
            : specifier.imported.value;
    bindings.set(specifier.local.name, { module, imported, range: specifier.range });
  }
}

function readImportEquals(statement: TSESTree.TSImportEqualsDeclaration, bindings: Map<string, ImportBinding>): void {
  const reference = statement.moduleReference;
  if (reference.type !== "TSExternalModuleReference" || reference.expression.type !== "Literal") return;
  bindings.set(statement.id.name, {
    module: String(reference.expression.value),
    imported: "default",
    range: statement.range,
  });
}

function readRequire(declarator: TSESTree.VariableDeclarator, bindings: Map<string, ImportBinding>): void {
  const required = declarator.init && requiredModule(declarator.init);
  if (!required) return;
  const { module, member } = required;
  if (declarator.id.type === "Identifier") {
    bindings.set(declarator.id.name, { module, imported: member ?? "default", range: declarator.range });
  } else if (declarator.id.type === "ObjectPattern" && !member) {
    for (const property of declarator.id.properties) {
      if (property.type !== "Property" || property.key.type !== "Identifier" || property.value.type !== "Identifier")
        continue;
      bindings.set(property.value.name, { module, imported: property.key.name, range: property.range });
    }
  }
}

/** The module of `require("m")`, `require("m").member`, `await import("m")`. */
export function requiredModule(node: TSESTree.Node): { module: string; member: string | null } | null {
  if (node.type === "AwaitExpression") return requiredModule(node.argument);
  if (node.type === "ImportExpression" && node.source.type === "Literal")
    return { module: String(node.source.value), member: null };
  if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier") {
    const inner = requiredModule(node.object);
    return inner && !inner.member ? { module: inner.module, member: node.property.name } : null;
  }
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require")
    return null;
  const [argument] = node.arguments;
  return argument?.type === "Literal" && typeof argument.value === "string"
    ? { module: argument.value, member: null }
    : null;
}

/** `["a", "b", "c"]` for `a.b.c`, `a?.b["c"]`; `this` stands for itself; calls on the way end the path with `()`. Null if another expression is in it. */
export function calleePath(node: TSESTree.Node): string[] | null {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "ThisExpression":
      return ["this"];
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return calleePath(node.expression);
    case "CallExpression": {
      const inner = calleePath(node.callee);
      return inner ? [...inner, "()"] : null;
    }
    case "MemberExpression": {
      const object = calleePath(node.object);
      if (!object) return null;
      if (!node.computed && node.property.type === "Identifier") return [...object, node.property.name];
      if (node.property.type === "Literal" && typeof node.property.value === "string")
        return [...object, node.property.value];
      return null;
    }
    default:
      return null;
  }
}

/** The import behind an expression: `Column` or `orm.Column` alike give `{ module: "typeorm", imported: "Column" }`. */
export function importOf(
  node: TSESTree.Node,
  imports: ReadonlyMap<string, ImportBinding>,
): { module: string; imported: string } | null {
  const path = calleePath(node);
  if (!path) return null;
  const binding = imports.get(path[0]!);
  if (!binding) return null;
  if (path.length === 1) return binding;
  if (path.length === 2 && (binding.imported === "*" || binding.imported === "default"))
    return { module: binding.module, imported: path[1]! };
  return null;
}
