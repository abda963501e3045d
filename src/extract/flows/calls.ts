import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { definitionOf, stringValue } from "../estree/index.js";
import { isFunction, propertyName, returnsOf, type FunctionNode } from "./functions.js";
import { into, membersOnly, narrowing, union, WHOLE, withStep, type Found, type Origin, type Want } from "./origin.js";
import { recordRead } from "./records.js";
import type { Tracer } from "./tracer.js";
import { wordsOf } from "./words.js";

/** What a call gives back, as far as its name or its function tells. */
export function traceCall(tracer: Tracer, node: TSESTree.CallExpression, want: Want, hops: number): Found {
  const { callee } = node;
  const method = callee.type === "MemberExpression" ? propertyName(callee) : null;
  const name = callee.type === "Identifier" ? callee.name : method;
  if (name === null) return [];
  const written = callee.type === "MemberExpression" && method ? `${rootText(callee.object)}.${method}` : name;
  if (name === "omit" || name === "pick") return narrowed(tracer, node, name, want, hops);
  const { words } = tracer;
  if (words.has("transparentFunctions", written)) return passedOn(tracer, node, written, want, hops);
  const record = recordRead(tracer, node, want);
  if (record) return record;
  if (callee.type === "MemberExpression") {
    const through = throughMethod(tracer, callee.object, node, name, want, hops);
    if (through !== undefined) return through;
  }
  if (wordsOf(name).some((word) => words.has("sanitisers", word))) return [];
  if (callee.type === "Identifier") {
    const through = hook(tracer, node, name, want, hops) ?? ofLocal(tracer, callee, node, want, hops);
    if (through) return through;
  }
  return membersOnly(want.path).length > 0 ? tracer.named(name, want, callee) : null;
}

export function traceConstruction(tracer: Tracer, node: TSESTree.NewExpression, want: Want, hops: number): Found {
  const name = node.callee.type === "Identifier" ? node.callee.name : "";
  if (/(?:Error|Exception)$/.test(name)) {
    const wanted = want.path[0];
    return wanted === undefined || wanted === "message" ? tracer.trace(node.arguments[0], WHOLE, hops) : [];
  }
  if (tracer.words.has("transparentClasses", name)) return tracer.trace(node.arguments[0], WHOLE, hops);
  return null;
}

function rootText(node: TSESTree.Node): string {
  return node.type === "Identifier" ? node.name : "";
}

/** `omit(user, ["email"])`, `pick(user, "id", "plan")`. */
function narrowed(
  tracer: Tracer,
  node: TSESTree.CallExpression,
  how: "omit" | "pick",
  want: Want,
  hops: number,
): Found {
  const [value, ...rest] = node.arguments;
  const names = rest
    .flatMap((one) => (one.type === "ArrayExpression" ? one.elements : [one]))
    .flatMap((one) => stringValue(one) ?? []);
  const head = membersOnly(want.path)[0];
  if (head !== undefined) return names.includes(head) === (how === "pick") ? tracer.trace(value, want, hops) : [];
  return tracer.trace(value, { ...want, ...(how === "pick" ? { select: names } : { omit: names }) }, hops);
}

const KEEPS_SHAPE = /assign|clone|freeze|resolve|all|from|merge|toRaw|unref|toJS/i;

function passedOn(tracer: Tracer, node: TSESTree.CallExpression, written: string, want: Want, hops: number): Found {
  if (written === "JSON.stringify" && node.arguments[1]?.type === "ArrayExpression") {
    const select = node.arguments[1].elements.flatMap((one) => stringValue(one) ?? []);
    return tracer.trace(node.arguments[0], { ...WHOLE, select }, hops);
  }
  // A replacer may take anything out.
  if (written === "JSON.stringify" && isFunction(node.arguments[1])) return [];
  const parts = written === "JSON.stringify" ? node.arguments.slice(0, 1) : node.arguments;
  const inner = KEEPS_SHAPE.test(written) ? want : { ...want, path: [] };
  return union(parts.map((one) => tracer.trace(one, inner, hops)));
}

/** Undefined: the method says nothing. */
function throughMethod(
  tracer: Tracer,
  receiver: TSESTree.Node,
  node: TSESTree.CallExpression,
  name: string,
  want: Want,
  hops: number,
): Found | undefined {
  const { words } = tracer;
  const [first] = node.arguments;
  if (words.has("resultCallbacks", name) && isFunction(first)) {
    return union(returnsOf(first).map((one) => tracer.trace(one, want, hops)));
  }
  if (name === "split") return tracer.trace(receiver, WHOLE, hops);
  if (words.has("schemaMethods", name) && receiver.type === "Identifier" && receiver.name !== "JSON") {
    const path = membersOnly(want.path);
    const members = name.startsWith("safe") && path[0] === "data" ? path.slice(1) : path;
    const record = {
      name: receiver.name,
      from: "type" as const,
      path: members,
      ...narrowing({ ...want, path: members }),
    };
    return [{ names: members, at: want.at ?? node.range, steps: [], record }];
  }
  if (name === "get" && first) {
    const key = stringValue(first);
    return key === null ? [] : tracer.trace(receiver, into(key, first.range, want), hops);
  }
  if (words.has("transparentMethods", name)) {
    const given = name === "concat" ? node.arguments.map((one) => tracer.trace(one, want, hops)) : [];
    return given.length > 0
      ? union([tracer.trace(receiver, want, hops), ...given])
      : tracer.trace(receiver, want, hops);
  }
  return undefined;
}

/** State and memory of a component: `const [user, setUser] = useState<User>()`. */
function hook(
  tracer: Tracer,
  { arguments: given, typeArguments, callee }: TSESTree.CallExpression,
  name: string,
  want: Want,
  hops: number,
): Found {
  const [type] = typeArguments?.params ?? [];
  switch (name) {
    case "useState": {
      const [head, ...path] = want.path;
      if (head === "[1]") return [];
      const inner = { ...want, path: head === "[0]" ? path : want.path };
      const typed = type ? tracer.typed("", type, inner, callee) : null;
      return typed ?? (given[0]?.type === "ObjectExpression" ? tracer.trace(given[0], inner, hops) : null);
    }
    case "useRef":
      return type ? tracer.typed("", type, { ...want, path: want.path.slice(1) }, callee) : null;
    case "useMemo":
      return isFunction(given[0]) ? union(returnsOf(given[0]).map((one) => tracer.trace(one, want, hops))) : null;
    default:
      return null;
  }
}

/** A function of this file: what it returns, with what it is given put in for its parameters. */
function ofLocal(
  tracer: Tracer,
  callee: TSESTree.Identifier,
  node: TSESTree.CallExpression,
  want: Want,
  hops: number,
): Found {
  const definition = definitionOf(callee, tracer.script);
  const declared = definition?.kind === "function" ? definition.node : definition?.init;
  if (!isFunction(declared)) return null;
  if (declared.returnType) {
    const typed = tracer.typed("", declared.returnType.typeAnnotation, want, callee);
    if (typed) return typed;
  }
  const returns = union(returnsOf(declared).map((one) => tracer.trace(one, want, hops)));
  return union(returns.map((origin) => given(tracer, origin, declared, node, hops)));
}

function given(
  tracer: Tracer,
  origin: Origin,
  declared: FunctionNode,
  { arguments: values }: TSESTree.CallExpression,
  hops: number,
): Found {
  const { parameter } = origin;
  if (parameter?.of !== declared) return [origin];
  const at = parameter.path.length > 0 ? origin.at : null;
  const found = tracer.trace(values[parameter.index], { path: parameter.path, at }, hops);
  return found ? origin.steps.reduce<Found>((all, step) => withStep(all, step), found) : [];
}
