import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName, knownText, stringValue, variableOf, type Script } from "../estree/index.js";
import { isFunction, type FunctionNode } from "../naming/index.js";
import type { Range } from "../source-text.js";
import type { Part } from "./parts.js";

/** One property of a part of a request, where it is named. */
export interface Read {
  readonly part: Part;
  readonly path: readonly string[];
  readonly at: Range;
}

/** Properties that every value of a built-in type has; reading one reads the value itself. */
const BUILT_IN = new Set(["length", "size", "constructor", "prototype"]);
const ASKING = new Set(["get", "getAll", "has", "delete", "set"]);
/** Methods of lists whose callback is handed the items. */
const ITEM_METHODS = new Set(["map", "forEach", "filter", "find", "some", "every", "flatMap", "findIndex", "then"]);
/** Functions that give back what they are given, as far as its members go. */
const SAME_SHAPE =
  /^(?:JSON\.parse|structuredClone|Object\.(?:assign|fromEntries|freeze)|(?:_|lodash)\.(?:cloneDeep|clone|merge|defaults)|cloneDeep|qs\.parse|parseJsonCustom|destr|toRaw|unref)$/;
const PICKING = /^(?:(?:_|lodash|R|ramda|utils?|helpers?)\.)?(?:pick|pickBy|only)$/;
const MAX_HOPS = 6;

/** Follows a part of a request from the expression that gives it to the properties read from it, within one file. */
export class Follower {
  readonly #script: Script;
  readonly #found: (read: Read) => void;
  readonly #visited = new Set<TSESTree.Node>();

  constructor(script: Script, found: (read: Read) => void) {
    this.#script = script;
    this.#found = found;
  }

  /** Reads through an expression; tells whether any property of it was read. */
  expression(node: TSESTree.Node, part: Part, path: readonly string[] = [], hops = 0): boolean {
    if (hops > MAX_HOPS || this.#visited.has(node)) return false;
    this.#visited.add(node);
    const { parent } = node;
    switch (parent?.type) {
      case "ChainExpression":
      case "AwaitExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        return this.expression(parent, part, path, hops);
      case "LogicalExpression":
        return parent.operator !== "&&" || parent.right === node ? this.expression(parent, part, path, hops) : false;
      case "ConditionalExpression":
        return parent.test !== node && this.expression(parent, part, path, hops);
      case "SpreadElement":
        return parent.parent.type === "ObjectExpression" && this.expression(parent.parent, part, path, hops + 1);
      case "MemberExpression":
        return parent.object === node && this.#member(parent, part, path, hops);
      case "VariableDeclarator":
        return parent.init === node && this.pattern(parent.id, part, path, hops);
      case "AssignmentExpression":
        return parent.right === node && this.pattern(parent.left, part, path, hops + 1);
      case "ForOfStatement":
        if (parent.right !== node || parent.left.type !== "VariableDeclaration") return false;
        return this.pattern(parent.left.declarations[0]!.id, part, path, hops + 1);
      case "BinaryExpression": {
        const name = parent.operator === "in" && parent.right === node ? stringValue(parent.left) : null;
        return name !== null && this.#read(part, [...path, name], parent.left.range);
      }
      case "CallExpression":
        return parent.callee !== node && this.#argument(node, parent, part, path, hops);
      default:
        return false;
    }
  }

  /** Reads what a pattern or a name takes from a part. */
  pattern(target: TSESTree.Node, part: Part, path: readonly string[], hops: number): boolean {
    switch (target.type) {
      case "AssignmentPattern":
        return this.pattern(target.left, part, path, hops);
      case "Identifier":
        return this.#variable(target, part, path, hops);
      case "ArrayPattern":
        // `const [searchParams] = useSearchParams()`
        return part.kind === "search" && target.elements[0]
          ? this.pattern(target.elements[0], part, path, hops)
          : target.elements.some(
              (element) => element !== null && path.length > 0 && this.pattern(element, part, path, hops),
            );
      case "ObjectPattern":
        for (const property of target.properties) this.#patternProperty(property, part, path, hops);
        return target.properties.length > 0;
      default:
        return false;
    }
  }

  #patternProperty(
    property: TSESTree.Property | TSESTree.RestElement,
    part: Part,
    path: readonly string[],
    hops: number,
  ): void {
    if (property.type === "RestElement") {
      this.pattern(property.argument, part, path, hops);
      return;
    }
    const name = keyName(property);
    if (name === null) return;
    const inner = [...path, name];
    const value = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (value.type === "ObjectPattern") this.pattern(value, part, inner, hops);
    else {
      this.#read(part, inner, property.key.range);
      if (value.type === "Identifier") this.#variable(value, part, inner, hops + 1);
    }
  }

  #variable(id: TSESTree.Identifier, part: Part, path: readonly string[], hops: number): boolean {
    const variable = variableOf(id, this.#script);
    if (!variable || hops > MAX_HOPS) return false;
    let any = false;
    for (const { identifier } of variable.references) {
      if (identifier === id || identifier.range[0] < id.range[0]) continue;
      if (this.expression(identifier as TSESTree.Node, part, path, hops + 1)) any = true;
    }
    return any;
  }

  #member(node: TSESTree.MemberExpression, part: Part, path: readonly string[], hops: number): boolean {
    const called = node.parent.type === "CallExpression" && node.parent.callee === node ? node.parent : null;
    const name = node.computed
      ? knownText(node.property, this.#script)
      : node.property.type === "Identifier"
        ? node.property.name
        : null;
    if (called) return name !== null && this.#method(name, called, part, path, hops);
    if (name === null || /^\d+$/.test(name)) {
      // An item of a list, or a key known only at run time.
      const isIndex = name !== null || (node.property.type === "Literal" && typeof node.property.value === "number");
      return isIndex && this.expression(node, part, path, hops);
    }
    if (BUILT_IN.has(name) && path.length > 0) return false;
    // A handler that fills in a property of the request itself passes it on as input; filling in what lies deeper, or a copy, only
    // puts something together.
    if ((path.length > 0 || hops > 0) && isWritten(node)) return false;
    // What is only taken away is not collected.
    if (node.parent.type === "UnaryExpression" && node.parent.operator === "delete") return false;
    const inner = [...path, name];
    if (this.expression(node, part, inner, hops)) {
      if (isDirect(node)) return true;
    }
    return this.#read(part, inner, node.property.range);
  }

  #method(name: string, call: TSESTree.CallExpression, part: Part, path: readonly string[], hops: number): boolean {
    const [first] = call.arguments;
    const asked = knownText(first, this.#script);
    const isMap = part.kind === "form" || part.kind === "search" || part.kind === "headers" || part.kind === "query";
    if (isMap && path.length === 0 && ASKING.has(name)) {
      if (asked === null || name === "set" || name === "delete") return false;
      this.expression(call, part, [asked], hops + 1);
      return this.#read(part, [asked], first!.range);
    }
    if (name === "hasOwnProperty" && asked !== null) return this.#read(part, [...path, asked], first!.range);
    if (ITEM_METHODS.has(name) && first && isFunction(first) && first.params[0])
      return this.pattern(first.params[0], part, path, hops + 1);
    return false;
  }

  #argument(
    node: TSESTree.Node,
    call: TSESTree.CallExpression,
    part: Part,
    path: readonly string[],
    hops: number,
  ): boolean {
    const called = calleePath(call.callee)?.join(".") ?? "";
    if (SAME_SHAPE.test(called)) {
      const inner =
        called.startsWith("Object.fromEntries") && part.kind !== "headers" ? { ...part, kind: "body" as const } : part;
      return this.expression(call, inner, path, hops + 1);
    }
    if (call.arguments[0] === node && PICKING.test(called)) return this.#picked(call.arguments.slice(1), part, path);
    if (call.arguments[0] === node && /^(?:_|lodash)\.(?:get|has)$|^get$/.test(called)) {
      const name = stringValue(call.arguments[1]);
      return name !== null && this.#read(part, [...path, ...name.split(".")], call.arguments[1]!.range);
    }
    const helper = hops < 3 ? this.localFunction(call.callee) : null;
    const parameter = helper?.params[call.arguments.indexOf(node as TSESTree.CallExpressionArgument)];
    return parameter ? this.pattern(parameter, { ...part, handler: helper! }, path, hops + 2) : false;
  }

  #picked(args: readonly TSESTree.Node[], part: Part, path: readonly string[]): boolean {
    const names = args.flatMap((argument): (TSESTree.Node | null)[] =>
      argument.type === "ArrayExpression" ? argument.elements : [argument],
    );
    let any = false;
    for (const name of names) {
      const text = stringValue(name);
      if (text !== null && this.#read(part, [...path, ...text.split(".")], name!.range)) any = true;
    }
    return any;
  }

  /** The function of this file that a call runs: `save(body)`, `this.save(body)` within a class. */
  localFunction(callee: TSESTree.Node): FunctionNode | null {
    if (callee.type === "Identifier") {
      const declaring = variableOf(callee, this.#script)?.defs[0]?.node as TSESTree.Node | undefined;
      if (declaring?.type === "VariableDeclarator")
        return declaring.init && isFunction(declaring.init) ? declaring.init : null;
      return declaring?.type === "FunctionDeclaration" ? declaring : null;
    }
    if (callee.type !== "MemberExpression" || callee.object.type !== "ThisExpression") return null;
    let around: TSESTree.Node | undefined = callee.parent;
    while (around && around.type !== "ClassBody") around = around.parent;
    const wanted = callee.property.type === "Identifier" ? callee.property.name : null;
    for (const member of around?.body ?? []) {
      if (member.type === "MethodDefinition" && keyName(member) === wanted) return member.value as FunctionNode;
    }
    return null;
  }

  #read(part: Part, path: readonly string[], at: Range): boolean {
    this.#found({ part, path, at });
    return true;
  }
}

function isWritten(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  return parent.type === "AssignmentExpression" && parent.left === node && parent.operator === "=";
}

/** Whether a member is read on at once (`body.user.email`), so that only the innermost is a datum. */
function isDirect(node: TSESTree.MemberExpression): boolean {
  let { parent } = node as { parent: TSESTree.Node };
  while (parent.type === "TSNonNullExpression" || parent.type === "TSAsExpression")
    ({ parent } = parent as { parent: TSESTree.Node });
  return parent.type === "MemberExpression";
}
