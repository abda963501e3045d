import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, typeName, type Script } from "../estree/index.js";

type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** What a file uses its own types for, as far as that tells that they are no records. */
export class TypeUses {
  /** Properties of components, values of contexts, state of reducers. */
  readonly #interface = new Set<string>();
  /** Types of the parameters of functions. */
  readonly #parameters = new Set<string>();
  readonly #mayHoldJsx: boolean;

  constructor({ source }: Script) {
    this.#mayHoldJsx = source.file.endsWith("x");
  }

  /** Whether the uses seen so far say that a type of that name is no record. */
  ruleOut(name: string): boolean {
    return this.#interface.has(name) || (HANDED_OVER.test(name) && this.#parameters.has(name));
  }

  call({ callee, typeArguments }: TSESTree.CallExpression): void {
    if (!typeArguments) return;
    const name = calleePath(callee)?.at(-1) ?? "";
    // The first type of `forwardRef` is the element.
    if (name === "forwardRef") this.#add(this.#interface, typeArguments.params.slice(1));
    else if (/^(?:memo|defineProps|defineEmits|createContext|createStore|useReducer)$/.test(name))
      this.#add(this.#interface, typeArguments.params);
  }

  reference(node: TSESTree.TSTypeReference): void {
    if (/(?:^|\.)(?:FC|VFC|FunctionComponent|ComponentType|Component)$/.test(typeName(node.typeName)))
      this.#add(this.#interface, node.typeArguments?.params);
  }

  /** A function with a capital name in a file that may hold JSX is a component. */
  function(node: FunctionNode): void {
    const { parent } = node;
    const id = node.id ?? (parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null);
    const component = this.#mayHoldJsx && id !== null && /^[A-Z]/.test(id.name);
    for (const parameter of node.params) {
      const annotated = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
      const annotation = "typeAnnotation" in annotated ? annotated.typeAnnotation : undefined;
      if (annotation) this.#add(component ? this.#interface : this.#parameters, [annotation.typeAnnotation]);
    }
  }

  #add(names: Set<string>, types: readonly TSESTree.TypeNode[] | undefined): void {
    for (const name of references(types)) names.add(name);
  }
}

/** Arguments of a function under one name: what they hold is declared where it comes from. */
const HANDED_OVER = /(?:Options|Option|Opts|Args|Arguments|Params|Parameters|Props)$/;

function references(types: readonly TSESTree.TypeNode[] | undefined): string[] {
  return (types ?? []).flatMap((type): string[] => {
    if (type.type === "TSIntersectionType" || type.type === "TSUnionType") return references(type.types);
    if (type.type !== "TSTypeReference") return [];
    const name = typeName(type.typeName);
    return /(?:PropsWithChildren|Readonly|Partial)$/.test(name) ? references(type.typeArguments?.params) : [name];
  });
}
