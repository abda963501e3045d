import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { importOf } from "./bindings.js";
import type { Script } from "./script.js";

export interface DecoratorCall {
  /** Exported name of the decorator, whatever it is called here. */
  readonly name: string;
  /** Module it comes from; null for a decorator of this file or a global. */
  readonly module: string | null;
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  readonly node: TSESTree.Decorator;
}

/** Decorators on a class or member, with the import behind each. */
export function decoratorsOf(
  node: { readonly decorators?: readonly TSESTree.Decorator[] },
  script: Script,
): DecoratorCall[] {
  return (node.decorators ?? []).flatMap((decorator) => {
    const { expression } = decorator;
    const callee = expression.type === "CallExpression" ? expression.callee : expression;
    const imported = importOf(callee, script.imports);
    const name = imported?.imported ?? (callee.type === "Identifier" ? callee.name : null);
    if (name === null) return [];
    return [
      {
        name,
        module: imported?.module ?? null,
        arguments: expression.type === "CallExpression" ? expression.arguments : [],
        node: decorator,
      },
    ];
  });
}
