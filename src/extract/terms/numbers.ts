import type { TSESTree } from "@typescript-eslint/typescript-estree";
import {
  calleePath,
  constantMember,
  definitionOf,
  importOf,
  propertiesOf,
  unwrap,
  type Script,
} from "../estree/index.js";
import { durationText, unitSeconds } from "./durations.js";

/** What the parameters of a function are given where it is called. */
export type Given = ReadonlyMap<string, TSESTree.Node>;
export const NOTHING_GIVEN: Given = new Map();

const MAX_DEPTH = 12;

/**
 * The number an expression comes to where this file alone says it: literals, arithmetic, constants, defaults of the environment
 * (`Number(process.env.DAYS ?? 30)`), `ms("30d")` and its kin. Null when unknown.
 */
export function numberOf(
  node: TSESTree.Node | null | undefined,
  script: Script,
  given = NOTHING_GIVEN,
  depth = 0,
): number | null {
  if (!node || depth > MAX_DEPTH) return null;
  const next = (inner: TSESTree.Node | null | undefined) => numberOf(inner, script, given, depth + 1);
  const plain = unwrap(node);
  switch (plain.type) {
    case "Literal":
      return literal(plain.value);
    case "TemplateLiteral":
      return plain.expressions.length === 0 ? literal(plain.quasis[0]?.value.cooked ?? null) : null;
    case "UnaryExpression": {
      const value = plain.operator === "-" || plain.operator === "+" ? next(plain.argument) : null;
      return value !== null && plain.operator === "-" ? -value : value;
    }
    case "BinaryExpression":
      return calculate(plain.operator, next(plain.left), next(plain.right));
    case "LogicalExpression":
      return plain.operator === "&&" ? next(plain.right) : (next(plain.left) ?? next(plain.right));
    case "ConditionalExpression": {
      // Of two lengths the longer one is what must be answered for.
      const [first, second] = [next(plain.consequent), next(plain.alternate)];
      return first !== null && second !== null ? Math.max(first, second) : (first ?? second);
    }
    case "Identifier": {
      const parameter = given.get(plain.name);
      if (parameter) return numberOf(parameter, script, NOTHING_GIVEN, depth + 1);
      const definition = definitionOf(plain, script);
      const source = definition?.fallback ?? (definition?.destructured ? null : definition?.init);
      return source ? next(source) : null;
    }
    case "MemberExpression":
      return next(constantMember(plain, script));
    case "CallExpression":
      return called(plain, script, given, depth);
    default:
      return null;
  }
}

function literal(value: unknown): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : null;
}

function calculate(operator: string, left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case "*":
      return left * right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "/":
      return right === 0 ? null : left / right;
    case "**":
      return left ** right;
    default:
      return null;
  }
}

/** `minutesToMilliseconds(5)`, `hoursToSeconds(12)`. */
const CONVERSION = /^(milliseconds|seconds|minutes|hours|days|weeks)To(Milliseconds|Seconds|Minutes|Hours|Days)$/;

function called(node: TSESTree.CallExpression, script: Script, given: Given, depth: number): number | null {
  const [first] = node.arguments;
  const next = (inner: TSESTree.Node | undefined) => numberOf(inner, script, given, depth + 1);
  const path = calleePath(node.callee) ?? [];
  const last = path.at(-1) ?? "";
  if (["Number", "parseInt", "parseFloat", "round", "floor", "ceil", "trunc", "max", "min"].includes(last))
    return next(first);
  const imported = importOf(node.callee, script.imports);
  if (imported?.module === "ms" || (last === "ms" && path.length === 1)) {
    const seconds = durationOf(first, script, given, depth + 1);
    return seconds === null ? null : seconds * 1000;
  }
  if (last === "milliseconds" || last === "asMilliseconds" || last === "toMillis") return scaled(node, script, 1000);
  if (last === "asSeconds") return scaled(node, script, 1);
  const conversion = CONVERSION.exec(last);
  const value = conversion ? next(first) : null;
  return conversion && value !== null ? (value * unitSeconds(conversion[1]!)!) / unitSeconds(conversion[2]!)! : null;
}

/** `milliseconds({ days: 3 })`, `dayjs.duration(3, "days").asMilliseconds()`, `Duration.fromObject({ days: 3 }).toMillis()`. */
function scaled(node: TSESTree.CallExpression, script: Script, perSecond: number): number | null {
  const holder = node.callee.type === "MemberExpression" ? unwrap(node.callee.object) : null;
  const making = node.arguments.length > 0 ? node : holder?.type === "CallExpression" ? holder : null;
  const seconds = making ? amountOf(making.arguments, script) : null;
  return seconds === null ? null : seconds * perSecond;
}

/** Seconds of `(30, "days")`, `({ days: 30 })` or `("30d")`. */
export function amountOf(parts: readonly TSESTree.Node[], script: Script, given = NOTHING_GIVEN): number | null {
  const [first, second] = parts;
  if (!first) return null;
  const plain = unwrap(first);
  if (plain.type === "ObjectExpression") {
    let total = 0;
    for (const { name, value } of propertiesOf(plain).members) {
      const [unit, amount] = [unitSeconds(name), numberOf(value, script, given)];
      if (unit === null || amount === null) return null;
      total += unit * amount;
    }
    return total;
  }
  const amount = numberOf(first, script, given);
  if (!second) return amount === null ? textDuration(first, script) : null;
  const unit = textOf(second, script);
  const seconds =
    unit === "M" ? unitSeconds("month") : unit === "m" ? 60 : unit === "s" ? 1 : unit && unitSeconds(unit);
  return amount !== null && seconds ? amount * seconds : null;
}

/** Seconds of what says its own unit: `"30d"`, `ms("30d") / 1000` is a number and none. */
export function durationOf(
  node: TSESTree.Node | null | undefined,
  script: Script,
  given = NOTHING_GIVEN,
  depth = 0,
): number | null {
  if (!node || depth > MAX_DEPTH) return null;
  const plain = unwrap(node);
  switch (plain.type) {
    case "Literal":
      return typeof plain.value === "string" ? durationText(plain.value) : null;
    case "TemplateLiteral": {
      const [first, second] = plain.quasis;
      const hole = plain.expressions.length === 1 ? numberOf(plain.expressions[0], script, given, depth + 1) : null;
      if (plain.expressions.length === 0) return durationText(first?.value.cooked ?? "");
      return hole === null ? null : durationText(`${first?.value.cooked ?? ""}${hole}${second?.value.cooked ?? ""}`);
    }
    case "LogicalExpression":
      return durationOf(plain.left, script, given, depth + 1) ?? durationOf(plain.right, script, given, depth + 1);
    case "ConditionalExpression": {
      const both = [plain.consequent, plain.alternate].flatMap(
        (one) => durationOf(one, script, given, depth + 1) ?? [],
      );
      return both.length > 0 ? Math.max(...both) : null;
    }
    case "Identifier": {
      const parameter = given.get(plain.name);
      if (parameter) return durationOf(parameter, script, NOTHING_GIVEN, depth + 1);
      const definition = definitionOf(plain, script);
      const source = definition?.fallback ?? (definition?.destructured ? null : definition?.init);
      return source ? durationOf(source, script, given, depth + 1) : null;
    }
    case "MemberExpression":
      return durationOf(constantMember(plain, script), script, given, depth + 1);
    default:
      return null;
  }
}

function textDuration(node: TSESTree.Node, script: Script): number | null {
  return durationOf(node, script);
}

function textOf(node: TSESTree.Node, script: Script): string | null {
  const plain = unwrap(node);
  if (plain.type === "Literal") return typeof plain.value === "string" ? plain.value : null;
  const definition = plain.type === "Identifier" ? definitionOf(plain, script) : null;
  return definition?.init ? textOf(definition.init, script) : null;
}
