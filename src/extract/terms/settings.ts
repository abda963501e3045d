import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, knownText, propertiesOf, stringValue, unwrap, type Script } from "../estree/index.js";
import type { RetentionFact } from "../../model/index.js";
import type { Range } from "../source-text.js";
import { membersOf } from "../stores/members.js";
import { durationOf, numberOf } from "./numbers.js";
import { unitName } from "../operations/units.js";

export type TermDraft = Omit<RetentionFact, "span"> & { readonly at: Range };

const DAY = 86_400;

/** Seconds of an option that is told in seconds, or in words that name their unit. */
export function secondsOf(node: TSESTree.Node | undefined, script: Script, scale = 1): number | null {
  if (!node) return null;
  const number = numberOf(node, script);
  return number !== null ? number / scale : durationOf(node, script);
}

/** Name of the variable or class that a node is part of: the schema an index belongs to. */
export function holderName(node: TSESTree.Node): string | null {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if (at.type === "VariableDeclarator") return at.id.type === "Identifier" ? at.id.name : null;
    if (at.type === "ClassDeclaration") return at.id?.name ?? null;
  }
  return null;
}

/** `schema.index({ at: 1 }, { expireAfterSeconds: 60 })`, `collection.createIndex(…)`. */
export function ttlIndex(node: TSESTree.CallExpression, script: Script, record: string | null): TermDraft | null {
  const [keys, options] = node.arguments;
  const members = membersOf(options);
  const value = members.get("expireAfterSeconds") ?? members.get("expires");
  if (!value) return null;
  const seconds = secondsOf(value, script);
  const field = propertiesOf(keys).members[0]?.name ?? stringValue(keys) ?? undefined;
  // Zero: each record carries the moment of its end.
  return {
    kind: "ttl-index",
    owner: record,
    seconds: seconds === 0 ? null : seconds,
    setting: members.has("expireAfterSeconds") ? "expireAfterSeconds" : "expires",
    ...(field && { field }),
    at: value.range,
  };
}

/** `createdAt: { type: Date, expires: "30d" }` of a schema. */
export function expiringPath(node: TSESTree.Property, script: Script): TermDraft | null {
  if (node.value.type !== "ObjectExpression" || node.key.type !== "Identifier") return null;
  const members = membersOf(node.value);
  const value = members.get("expires") ?? members.get("expireAfterSeconds");
  const type = members.get("type");
  if (!value || type?.type !== "Identifier" || type.name !== "Date") return null;
  const seconds = secondsOf(value, script);
  return {
    kind: "ttl-index",
    owner: holderName(node),
    seconds: seconds === 0 ? null : seconds,
    setting: "expires",
    field: node.key.name,
    at: value.range,
  };
}

/** Methods of Redis clients: which argument is the term, and how many of its units make a second. */
const EXPIRY: Readonly<Record<string, readonly [argument: number, scale: number]>> = {
  expire: [1, 1],
  pexpire: [1, 1000],
  pExpire: [1, 1000],
  setex: [1, 1],
  setEx: [1, 1],
  psetex: [1, 1000],
  pSetEx: [1, 1000],
};

/** `redis.setex(key, 60, value)`, `redis.set(key, value, "EX", 60)`, `client.set(key, value, { EX: 60 })`. */
export function keyExpiry(node: TSESTree.CallExpression, script: Script): TermDraft | null {
  if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return null;
  const method = node.callee.property.name;
  const [key] = node.arguments;
  if (!key) return null;
  const known = Object.hasOwn(EXPIRY, method) ? EXPIRY[method]! : null;
  const found = known
    ? { value: node.arguments[known[0]], scale: known[1], setting: method }
    : method === "set"
      ? setExpiry(node)
      : null;
  if (!found?.value) return null;
  const seconds = secondsOf(found.value, script, found.scale);
  if (seconds === null) return null;
  const owner = keyPrefix(key, script);
  return { kind: "ttl", owner, seconds, setting: found.setting, at: found.value.range };
}

function setExpiry({ arguments: given }: TSESTree.CallExpression) {
  for (const [index, argument] of given.entries()) {
    const flag = stringValue(argument);
    if (index >= 2 && (flag === "EX" || flag === "PX"))
      return { value: given[index + 1], scale: flag === "EX" ? 1 : 1000, setting: flag };
    const members = membersOf(argument);
    for (const [name, scale] of [
      ["EX", 1],
      ["PX", 1000],
      ["ex", 1],
      ["px", 1000],
    ] as const) {
      if (members.has(name)) return { value: members.get(name), scale, setting: name };
    }
  }
  return null;
}

/** `session` of `session:${id}`; null where the key is made elsewhere. */
function keyPrefix(key: TSESTree.Node, script: Script): string | null {
  const plain = unwrap(key);
  const text =
    plain.type === "TemplateLiteral" ? (plain.quasis[0]?.value.cooked ?? "") : (knownText(plain, script) ?? "");
  return /^([A-Za-z][\w-]*)/.exec(text)?.[1] ?? null;
}

/** Tokens that end by themselves: `jwt.sign(payload, key, { expiresIn: "1h" })`, `signOptions: { expiresIn }`, `setExpirationTime("2h")`. */
export function tokenTerm(node: TSESTree.CallExpression, script: Script): TermDraft | null {
  const name = calleePath(node.callee)?.at(-1) ?? "";
  const at = node.callee.range;
  if (name === "setExpirationTime") {
    const seconds = durationOf(node.arguments[0], script);
    return seconds === null ? null : { kind: "token", owner: null, seconds, setting: name, at };
  }
  if (!/^(?:sign|signAsync|jwtSign|signToken|signJwt)$/.test(name)) return null;
  for (const argument of node.arguments) {
    const value = membersOf(argument).get("expiresIn");
    const seconds = secondsOf(value, script);
    if (value && seconds !== null)
      return { kind: "token", owner: unitName(node) || null, seconds, setting: "expiresIn", at: value.range };
  }
  return null;
}

/** Days after which a bucket drops what lies in it: `{ Expiration: { Days: 30 } }`, `{ expiration: Duration.days(30) }`. */
export function bucketTerm(node: TSESTree.Property, script: Script): TermDraft | null {
  const name = node.key.type === "Identifier" ? node.key.name : stringValue(node.key);
  if (name === "Expiration") {
    const days = numberOf(membersOf(node.value).get("Days"), script);
    return days === null
      ? null
      : { kind: "lifecycle", owner: null, seconds: days * DAY, setting: "Expiration.Days", at: node.value.range };
  }
  if (name !== "expiration" && name !== "expireAfter") return null;
  const days = node.value.type === "CallExpression" && calleePath(node.value.callee)?.join(".") === "Duration.days";
  const count = days ? numberOf((node.value as TSESTree.CallExpression).arguments[0], script) : null;
  return count === null
    ? null
    : { kind: "lifecycle", owner: null, seconds: count * DAY, setting: name, at: node.value.range };
}
