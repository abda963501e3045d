import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, unwrap, variableOf, type Script } from "../estree/index.js";
import { isFunction, propertyName, returnsOf } from "../flows/functions.js";
import { unitSeconds } from "./durations.js";
import { amountOf, NOTHING_GIVEN, numberOf, type Given } from "./numbers.js";

const MAX_DEPTH = 10;

/** How far a moment lies before now, in seconds: 0 for now itself, negative for the future. Null for what is no moment told from now. */
export function ageOf(
  node: TSESTree.Node | null | undefined,
  script: Script,
  given: Given = NOTHING_GIVEN,
  depth = 0,
): number | null {
  if (!node || depth > MAX_DEPTH) return null;
  const next = (inner: TSESTree.Node | null | undefined) => ageOf(inner, script, given, depth + 1);
  const plain = unwrap(node);
  switch (plain.type) {
    case "NewExpression": {
      const [first, second] = plain.arguments;
      if (calleePath(plain.callee)?.at(-1) !== "Date" || second) return null;
      return first ? next(first) : 0;
    }
    case "UnaryExpression":
      return plain.operator === "+" ? next(plain.argument) : null;
    case "BinaryExpression": {
      if (plain.operator === "/" || plain.operator === "*") return next(plain.left);
      if (plain.operator !== "-" && plain.operator !== "+") return null;
      const base = next(plain.left);
      const change = base === null ? null : numberOf(plain.right, script, given);
      if (base === null || change === null) return null;
      const seconds = change / (inSeconds(plain.left) ? 1 : 1000);
      return plain.operator === "-" ? base + seconds : base - seconds;
    }
    case "Identifier": {
      const parameter = given.get(plain.name);
      if (parameter) return ageOf(parameter, script, NOTHING_GIVEN, depth + 1);
      const definition = definitionOf(plain, script);
      if (!definition?.init || definition.destructured) return null;
      const base = next(definition.init);
      return base === null ? null : base + shiftOf(definition.name, script, given);
    }
    case "LogicalExpression":
      return next(plain.left) ?? next(plain.right);
    case "CallExpression":
      return called(plain, script, given, depth);
    default:
      return null;
  }
}

/** `Math.floor(Date.now() / 1000) - week`: what is taken off is told in seconds. */
function inSeconds(node: TSESTree.Node): boolean {
  const plain = unwrap(node);
  if (plain.type === "BinaryExpression") return plain.operator === "/" || inSeconds(plain.left);
  if (plain.type !== "CallExpression") return false;
  const name = calleePath(plain.callee)?.at(-1) ?? "";
  if (name === "unix") return true;
  return /^(?:floor|round|ceil|trunc)$/.test(name) && plain.arguments[0] !== undefined && inSeconds(plain.arguments[0]);
}

/** Calls that give the same moment in another form. */
const SAME_MOMENT =
  /^(?:toISOString|toDate|toJSDate|valueOf|getTime|toISO|toSQL|toUTC|utc|format|toString|unix|startOf|endOf|clone|floor|round|ceil|trunc|startOfDay|endOfDay|startOfHour|fromJSDate|parseISO|toMillis|tz|local|Date|moment|dayjs|Number|of|fromDate)$/;
const BARE_NOW = /^(?:Date\.now|moment|dayjs|moment\.utc|dayjs\.utc|DateTime\.(?:now|utc|local)|performance\.now)$/;
const SHIFT = /^(sub|add)(Milliseconds|Seconds|Minutes|Hours|Days|BusinessDays|Weeks|Months|Quarters|Years)?$/;

function called(node: TSESTree.CallExpression, script: Script, given: Given, depth: number): number | null {
  const next = (inner: TSESTree.Node | null | undefined) => ageOf(inner, script, given, depth + 1);
  const path = calleePath(node.callee) ?? [];
  const [first, ...rest] = node.arguments;
  if (!first && BARE_NOW.test(path.join("."))) return 0;
  const last = path.at(-1) ?? "";
  const shift = SHIFT.exec(last);
  // `subDays(new Date(), 30)`, `sub(now, { days: 30 })`.
  if (shift && first && rest.length > 0) {
    const base = next(first);
    const amount = shift[2]
      ? scale(numberOf(rest[0], script, given), unitSeconds(shift[2].replace("Business", "")))
      : amountOf(rest, script, given);
    return base === null || amount === null ? null : base + (shift[1] === "sub" ? amount : -amount);
  }
  if (node.callee.type === "MemberExpression") {
    const method = propertyName(node.callee) ?? "";
    const base = next(node.callee.object);
    // `dayjs().subtract(30, "day")`, `DateTime.now().minus({ days: 30 })`.
    if (base !== null && /^(?:subtract|minus|add|plus)$/.test(method)) {
      const amount = amountOf(node.arguments, script, given);
      return amount === null ? null : base + (/^(?:subtract|minus)$/.test(method) ? amount : -amount);
    }
    if (base !== null && SAME_MOMENT.test(method)) return base;
  }
  if (first && SAME_MOMENT.test(last)) return next(first);
  return returned(node, script, given, depth);
}

/** `daysAgo(180)` of a function in this file. */
function returned(node: TSESTree.CallExpression, script: Script, given: Given, depth: number): number | null {
  if (node.callee.type !== "Identifier") return null;
  const definition = definitionOf(node.callee, script);
  const made = definition?.kind === "function" ? definition.node : definition?.init;
  if (!isFunction(made)) return null;
  const bound = new Map<string, TSESTree.Node>();
  made.params.forEach((parameter, index) => {
    const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    const argument = node.arguments[index] ?? (parameter.type === "AssignmentPattern" ? parameter.right : undefined);
    if (name.type !== "Identifier" || !argument) return;
    const outer = argument.type === "Identifier" ? given.get(argument.name) : undefined;
    bound.set(name.name, outer ?? argument);
  });
  for (const result of returnsOf(made)) {
    const age = ageOf(result, script, bound, depth + 1);
    if (age !== null) return age;
  }
  return null;
}

function scale(amount: number | null, unit: number | null): number | null {
  return amount === null || unit === null ? null : amount * unit;
}

const SETTERS: Readonly<Record<string, string>> = {
  Date: "day",
  Month: "month",
  FullYear: "year",
  Hours: "hour",
  Minutes: "minute",
  Seconds: "second",
  Time: "millisecond",
};

/** `cutoff.setDate(cutoff.getDate() - 30)`: how a date is moved after it was made. */
function shiftOf(name: TSESTree.Identifier, script: Script, given: Given): number {
  let total = 0;
  for (const { identifier } of variableOf(name, script)?.references ?? []) {
    const member = identifier.parent;
    if (member?.type !== "MemberExpression" || member.object !== identifier) continue;
    const call = member.parent;
    const setter = /^set(?:UTC)?([A-Z]\w+)$/.exec(propertyName(member) ?? "")?.[1];
    if (call.type !== "CallExpression" || !setter || !Object.hasOwn(SETTERS, setter)) continue;
    const [value] = call.arguments;
    const sum = value && unwrap(value);
    if (sum?.type !== "BinaryExpression" || !/^[+-]$/.test(sum.operator) || unwrap(sum.left).type !== "CallExpression")
      continue;
    const amount = numberOf(sum.right, script, given);
    const seconds = amount === null ? 0 : amount * unitSeconds(SETTERS[setter]!)!;
    total += sum.operator === "-" ? seconds : -seconds;
  }
  return total;
}
