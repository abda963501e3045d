import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { DefinitionType, type Variable } from "@typescript-eslint/scope-manager";
import { keyName, variableOf, type Script } from "../estree/index.js";
import { annotationOf, patternPath } from "./bindings.js";
import { traceCall, traceConstruction } from "./calls.js";
import { declaredRecord } from "./declared.js";
import { classAround, classMember, functionName, isFunction, propertyName, type FunctionNode } from "./functions.js";
import { into, membersOnly, union, WHOLE, withStep, type Found, type Origin, type Want } from "./origin.js";
import type { FlowWords } from "./words.js";

/** Definitions, calls and callbacks followed one behind the other. */
const MAX_HOPS = 8;
/** Expressions looked at for one file; code that needs more is made by machines. */
const MAX_WORK = 60_000;
const MAX_WRITES = 4;
const MAX_NESTING = 120;

/** Follows expressions of one file back to where their values come from. Nothing is run: what a value is, is read off the code around. */
export class Tracer {
  readonly script: Script;
  readonly words: FlowWords;
  /** Set once something was left untraced because a bound was reached. */
  limited = false;
  #work = 0;
  #nesting = 0;
  /** What was found before: the same value is asked for by every call that it is handed to. */
  readonly #known = new WeakMap<TSESTree.Node, Map<string, Found>>();

  constructor(script: Script, words: FlowWords) {
    this.script = script;
    this.words = words;
  }

  trace(node: TSESTree.Node | null | undefined, want: Want, hops: number): Found {
    if (!node) return [];
    const key = `${hops} ${want.at?.join(":") ?? ""} ${JSON.stringify([want.path, want.select, want.omit])}`;
    const known = this.#known.get(node) ?? new Map<string, Found>();
    const before = known.get(key);
    if (before !== undefined) return before;
    if (++this.#work > MAX_WORK || this.#nesting > MAX_NESTING) {
      this.limited = true;
      return [];
    }
    this.#nesting++;
    try {
      const found = this.#trace(node, want, hops);
      if (!this.limited) this.#known.set(node, known.set(key, found));
      return found;
    } finally {
      this.#nesting--;
    }
  }

  #trace(node: TSESTree.Node, want: Want, hops: number): Found {
    switch (node.type) {
      case "Identifier":
        return hops < MAX_HOPS ? this.#identifier(node, want, hops + 1) : [];
      case "MemberExpression":
        return this.#member(node, want, hops);
      case "AwaitExpression":
      case "YieldExpression":
      case "SpreadElement":
        return this.trace(node.argument, want, hops);
      case "ChainExpression":
      case "TSNonNullExpression":
        return this.trace(node.expression, want, hops);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        return this.#asserted(node, want, hops);
      case "TemplateLiteral":
        return union(node.expressions.map((one) => this.trace(one, { ...WHOLE, at: null }, hops)));
      case "BinaryExpression":
        return node.operator === "+"
          ? union([this.trace(node.left, WHOLE, hops), this.trace(node.right, WHOLE, hops)])
          : [];
      case "LogicalExpression":
        if (node.operator === "&&") return this.trace(node.right, want, hops);
        return union([this.trace(node.left, want, hops), this.trace(node.right, want, hops)]);
      case "ConditionalExpression":
        return union([this.trace(node.consequent, want, hops), this.trace(node.alternate, want, hops)]);
      case "AssignmentExpression":
        return this.trace(node.right, want, hops);
      case "SequenceExpression":
        return this.trace(node.expressions.at(-1), want, hops);
      case "ArrayExpression":
        return this.#array(node, want, hops);
      case "ObjectExpression":
        return this.#object(node, want, hops);
      case "CallExpression":
        return hops < MAX_HOPS ? traceCall(this, node, want, hops + 1) : [];
      case "NewExpression":
        return traceConstruction(this, node, want, hops + 1);
      default:
        return [];
    }
  }

  /** A value known by its names alone. */
  named(root: string, want: Want, at: TSESTree.Node): Found {
    if (this.words.has("neutralRoots", root)) return [];
    const names = [...(root ? [root] : []), ...membersOnly(want.path)];
    return [{ names, at: want.at ?? at.range, steps: [] }];
  }

  /** A value whose declaration names its record. */
  typed(root: string, type: TSESTree.TypeNode | null, want: Want, at: TSESTree.Node): Found {
    const record = declaredRecord(type, want);
    if (record === "flag") return [];
    if (!record) return null;
    return [
      { names: [...(root ? [root] : []), ...membersOnly(want.path)], at: want.at ?? at.range, steps: [], record },
    ];
  }

  #asserted(
    node: TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion,
    want: Want,
    hops: number,
  ): Found {
    const found = this.trace(node.expression, want, hops);
    if (found?.length === 0 || found?.some(({ record }) => record)) return found;
    const record = declaredRecord(node.typeAnnotation, want);
    if (!record || record === "flag") return found;
    return found?.map((origin) => ({ ...origin, record })) ?? this.typed("", node.typeAnnotation, want, node);
  }

  #array(node: TSESTree.ArrayExpression, want: Want, hops: number): Found {
    const [head, ...rest] = want.path;
    const index = head === undefined ? null : /^\[(\d+)\]$/.exec(head);
    if (index) return this.trace(node.elements[Number(index[1])], { ...want, path: rest }, hops);
    return union(node.elements.map((one) => this.trace(one, want, hops)));
  }

  #object(node: TSESTree.ObjectExpression, want: Want, hops: number): Found {
    const [head, ...rest] = want.path;
    const found: Found[] = [];
    for (const property of [...node.properties].reverse()) {
      if (property.type === "SpreadElement") {
        found.push(this.trace(property.argument, want, hops));
        continue;
      }
      const name = keyName(property);
      if (head === undefined ? want.omit?.includes(name ?? "") || taken(want, name) : name !== head) continue;
      const value = this.trace(property.value, head === undefined ? WHOLE : { ...want, path: rest }, hops);
      // The last property of a name is the one that counts.
      if (head !== undefined) return union([...found, value]);
      found.push(value);
    }
    return union(found);
  }

  #member(node: TSESTree.MemberExpression, want: Want, hops: number): Found {
    const name = propertyName(node);
    if (name === null) {
      // An element of a list is like the list; what a computed key picks is unknown.
      return node.computed && node.property.type === "Literal" ? this.trace(node.object, want, hops) : [];
    }
    if (this.words.has("counting", name)) return [];
    if (node.object.type === "ThisExpression") return this.#ofThis(node, name, want, hops);
    return this.trace(node.object, into(name, node.property.range, want), hops);
  }

  #ofThis(node: TSESTree.MemberExpression, name: string, want: Want, hops: number): Found {
    const body = classAround(node);
    const member = body && classMember(body, name);
    const at = { ...node, range: node.property.range } as TSESTree.Node;
    const typed = member?.type ? this.typed(name, member.type, want, at) : null;
    if (typed) return typed;
    const value = member?.value && hops < MAX_HOPS ? this.trace(member.value, want, hops + 1) : null;
    return value ?? this.named(name, want, at);
  }

  #identifier(node: TSESTree.Identifier, want: Want, hops: number): Found {
    if (node.name === "undefined") return [];
    const variable = variableOf(node, this.script);
    const definition = variable?.defs[0];
    if (!variable || !definition) return this.named(node.name, want, node);
    switch (definition.type) {
      case DefinitionType.Variable:
        return this.#variable(node, variable, definition.node, want, hops);
      case DefinitionType.Parameter:
        return this.#parameter(node, definition.name, definition.node as TSESTree.Node, want, hops);
      default:
        // Imports, functions, classes, caught errors: no data of a person.
        return [];
    }
  }

  #variable(
    use: TSESTree.Identifier,
    variable: Variable,
    declarator: TSESTree.VariableDeclarator,
    want: Want,
    hops: number,
  ): Found {
    const [name] = variable.identifiers;
    const pattern = name && patternPath(name);
    if (!name || !pattern) return [];
    const inner: Want = {
      ...want,
      path: [...pattern.path, ...want.path],
      at: want.at ?? pattern.at,
      ...(pattern.omit && { omit: pattern.omit }),
    };
    const step = name.range;
    const own = (): Found => withStep(this.named(use.name, want, use), step);
    const typed = this.typed(use.name, annotationOf(pattern.root), inner, use);
    const loop = declarator.parent.parent;
    if (loop.type === "ForInStatement" && loop.left === declarator.parent) return [];
    const init = loop.type === "ForOfStatement" && loop.left === declarator.parent ? loop.right : declarator.init;
    if (typed && init?.type !== "ObjectExpression") return withStep(typed, step);
    const values = [...(init ? [this.trace(init, inner, hops)] : []), ...this.#writes(variable, want, hops)];
    if (values.length === 0 || values.some((value) => value === null)) return union([own(), ...values.filter(Boolean)]);
    return withStep(this.#renamed(union(values), use.name, pattern.path.length === 0), step);
  }

  /** A record that has no name of its own goes by that of its variable. */
  #renamed(found: readonly Origin[], name: string, whole: boolean): readonly Origin[] {
    return whole
      ? found.map((origin) =>
          origin.record?.path.length === origin.names.length ? { ...origin, names: [name, ...origin.names] } : origin,
        )
      : found;
  }

  #writes(variable: Variable, want: Want, hops: number): Found[] {
    const writes = variable.references.filter((one) => one.isWrite() && !one.init && one.writeExpr);
    return writes
      .slice(0, MAX_WRITES)
      .map(({ identifier, writeExpr }) =>
        identifier.parent?.type === "AssignmentExpression" && identifier.parent.operator === "="
          ? this.trace(writeExpr, want, hops)
          : [],
      );
  }

  #parameter(use: TSESTree.Identifier, name: TSESTree.Node, holder: TSESTree.Node, want: Want, hops: number): Found {
    const pattern = patternPath(name);
    if (!pattern || !isFunction(holder)) return [];
    const root = pattern.root.parent?.type === "TSParameterProperty" ? pattern.root.parent : pattern.root;
    const index = holder.params.indexOf(root as TSESTree.Parameter);
    const inner: Want = {
      ...want,
      path: [...pattern.path, ...want.path],
      at: want.at ?? pattern.at,
      ...(pattern.omit && { omit: pattern.omit }),
    };
    const annotation = annotationOf(pattern.root);
    const typed = this.typed(pattern.path.length === 0 ? use.name : "", annotation, inner, use);
    if (typed && (typed.length === 0 || isCallback(holder))) return withStep(typed, name.range);
    const received = this.#received(holder, index, inner, hops);
    if (received) return withStep(received, name.range);
    const found = typed ?? this.named(pattern.path.length === 0 ? use.name : "", inner, use);
    return withStep(asParameter(found, holder, index, inner), name.range);
  }

  /** What a callback is called with, where the code around tells. */
  #received(holder: FunctionNode, index: number, want: Want, hops: number): Found {
    const call = holder.parent;
    if (call.type !== "CallExpression" || !call.arguments.includes(holder as TSESTree.Expression)) return null;
    if (call.callee.type !== "MemberExpression") return null;
    const method = propertyName(call.callee) ?? "";
    if (method === "catch") return [];
    const element = method === "reduce" ? 1 : this.words.has("elementCallbacks", method) ? 0 : -1;
    if (index !== element || call.arguments.indexOf(holder as TSESTree.Expression) !== 0) return null;
    return this.trace(call.callee.object, want, hops);
  }
}

function taken({ select }: Want, name: string | null): boolean {
  return select !== undefined && !select.includes(name ?? "");
}

function isCallback(node: FunctionNode): boolean {
  return node.parent.type === "CallExpression";
}

function asParameter(found: Found, holder: FunctionNode, index: number, want: Want): Found {
  const name = functionName(holder);
  if (!found || name === null || index < 0) return found;
  const parameter = { function: name, index, path: membersOnly(want.path), of: holder };
  return found.map((origin): Origin => ({ ...origin, parameter }));
}
