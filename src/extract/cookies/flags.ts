import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Option } from "../../model/index.js";
import {
  definitionOf,
  numberValue,
  propertiesOf,
  stringValue,
  type ObjectMember,
  type Script,
} from "../estree/index.js";

/** What is known of the options a cookie is set with. */
export interface CookieFlags {
  readonly secure: Option;
  readonly httpOnly: Option;
  readonly sameSite: Option;
  /** Seconds it is kept; null where it ends with the session, or that is not known. */
  readonly seconds: number | null;
}

const UNKNOWN: CookieFlags = { secure: "unknown", httpOnly: "unknown", sameSite: "unknown", seconds: null };
const MAX_HOPS = 4;

/** Milliseconds or seconds in `maxAge`, which packages count differently. */
export type AgeUnit = "seconds" | "milliseconds";

/** Flags in an object of options, constants of the file and spreads of them seen through. `null`: no options are given. */
export function flagsIn(node: TSESTree.Node | null, script: Script, unit: AgeUnit): CookieFlags {
  const members = node === null ? new Map<string, ObjectMember>() : membersOf(node, script, 0);
  if (members === null) return UNKNOWN;
  const flag = (name: string): Option => optionOf(members.get(name.toLowerCase())?.value);
  return {
    secure: flag("secure"),
    httpOnly: flag("httpOnly"),
    sameSite: flag("sameSite"),
    seconds: secondsIn(members, script, unit),
  };
}

/** Null where some of the options come from elsewhere. */
function membersOf(node: TSESTree.Node, script: Script, hops: number): Map<string, ObjectMember> | null {
  if (hops > MAX_HOPS) return null;
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression")
    return membersOf(node.expression, script, hops + 1);
  if (node.type === "Identifier") {
    const definition = definitionOf(node, script);
    return definition?.kind === "variable" &&
      definition.init &&
      !definition.destructured &&
      isUntouched(definition.name, script)
      ? membersOf(definition.init, script, hops + 1)
      : null;
  }
  if (node.type !== "ObjectExpression") return null;
  const found = new Map<string, ObjectMember>();
  for (const property of node.properties) {
    if (property.type !== "SpreadElement") continue;
    const spread = membersOf(property.argument, script, hops + 1);
    if (spread === null) return null;
    for (const [name, member] of spread) found.set(name, member);
  }
  for (const member of propertiesOf(node).members) found.set(member.name.toLowerCase(), member);
  return found;
}

/** No property of the variable is set later: `if (production) options.secure = true`. */
function isUntouched(name: TSESTree.Identifier, { source }: Script): boolean {
  return !new RegExp(`\\b${name.name.replace(/\$/g, "\\$")}\\s*(?:\\.\\s*\\w+\\s*=[^=]|\\[)`).test(source.text);
}

function optionOf(value: TSESTree.Node | undefined): Option {
  if (!value) return "unset";
  if (value.type === "Literal") {
    if (typeof value.value === "boolean") return value.value ? "on" : "off";
    if (typeof value.value === "string") return /^none$/i.test(value.value) ? "off" : "on";
  }
  return "unknown";
}

const DAY = 86_400;

function secondsIn(members: ReadonlyMap<string, ObjectMember>, script: Script, unit: AgeUnit): number | null {
  const age = members.get("maxage")?.value;
  const known = age && (numberValue(age) ?? constantNumber(age, script));
  if (typeof known === "number") return unit === "milliseconds" ? known / 1000 : known;
  const expires = members.get("expires")?.value;
  const days = expires && numberValue(expires);
  // A plain number counts days in the packages made for pages.
  if (typeof days === "number") return days * DAY;
  return expires ? fromNow(expires) : null;
}

function constantNumber(node: TSESTree.Node, script: Script): number | null {
  if (node.type === "BinaryExpression") {
    const left = numberValue(node.left) ?? constantNumber(node.left, script);
    const right = numberValue(node.right) ?? constantNumber(node.right, script);
    return left !== null && right !== null && node.operator === "*" ? left * right : null;
  }
  const init = node.type === "Identifier" ? definitionOf(node, script)?.init : null;
  return init ? numberValue(init) : null;
}

/** `new Date(Date.now() + 1000 * 60)`. */
function fromNow(node: TSESTree.Node): number | null {
  if (node.type !== "NewExpression") return stringValue(node) === null ? null : 0;
  const [sum] = node.arguments;
  if (sum?.type !== "BinaryExpression" || sum.operator !== "+") return null;
  const added = numberValue(sum.right) ?? numberValue(sum.left);
  return added === null ? null : added / 1000;
}
