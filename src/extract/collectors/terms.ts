import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, propertiesOf, type Script } from "../estree/index.js";
import { collectionOf } from "../operations/record-of.js";
import {
  bucketTerm,
  expiringPath,
  keyExpiry,
  secondsOf,
  tokenTerm,
  ttlIndex,
  type TermDraft,
} from "../terms/settings.js";
import { membersOf } from "../stores/members.js";

export default defineEstreeCollector({
  id: "terms",
  recognises:
    "terms that stores, sessions and tokens end by: TTL indexes, expiring keys of Redis, sessions, JWT, lifecycle rules, attributes of DynamoDB",
  trigger:
    /expireAfterSeconds|\bexpires\b|\bsetex\b|\bsetEx\b|\bp?expire\(|\bpExpire\(|\b[EP]X\b|\b[ep]x:|expiresIn|setExpirationTime|Expiration|expiration|timeToLive|TimeToLive|paranoid|\bttl\b/,
  visit: (script, emit) => ({
    CallExpression(node) {
      const term =
        indexTerm(node, script) ?? keyExpiry(node, script) ?? tokenTerm(node, script) ?? sessionStore(node, script);
      if (term) emit.retention(term);
      const paranoid = paranoidModel(node);
      if (paranoid) emit.softDeletion(paranoid);
    },
    NewExpression(node) {
      const term = sessionStore(node, script);
      if (term) emit.retention(term);
    },
    Property(node) {
      const term = expiringPath(node, script) ?? bucketTerm(node, script) ?? attributeTerm(node);
      if (term) emit.retention(term);
    },
    Decorator(node) {
      const paranoid = paranoidClass(node);
      if (paranoid) emit.softDeletion(paranoid);
    },
  }),
});

function indexTerm(node: TSESTree.CallExpression, script: Script): TermDraft | null {
  const path = calleePath(node.callee) ?? [];
  const method = path.at(-1) ?? "";
  if (!/^(?:index|createIndex|ensureIndex)$/.test(method) || node.callee.type !== "MemberExpression") return null;
  const record = collectionOf(node.callee.object, script) ?? path.at(-2) ?? null;
  return ttlIndex(node, script, record === "()" ? null : record);
}

/** `new RedisStore({ client, ttl: 86400 })`, `MongoStore.create({ ttl })` of session middleware. */
function sessionStore(node: TSESTree.CallExpression | TSESTree.NewExpression, script: Script): TermDraft | null {
  const path = calleePath(node.callee) ?? [];
  if (!path.some((part) => /^(?:Redis|Mongo|Connect\w*|Sequelize|Memory|Pg|Typeorm)Store$/i.test(part))) return null;
  const value = node.arguments.map((argument) => membersOf(argument).get("ttl")).find(Boolean);
  const seconds = secondsOf(value, script);
  return value && seconds !== null ? { kind: "session", owner: null, seconds, setting: "ttl", at: value.range } : null;
}

/** DynamoDB: `timeToLiveAttribute: "expiresAt"`, `TimeToLiveSpecification: { AttributeName: "ttl" }`. */
function attributeTerm(node: TSESTree.Property): TermDraft | null {
  const name = node.key.type === "Identifier" ? node.key.name : "";
  const value = name === "TimeToLiveSpecification" ? membersOf(node.value).get("AttributeName") : node.value;
  if (!/^(?:timeToLiveAttribute|TimeToLiveSpecification)$/.test(name) || value?.type !== "Literal") return null;
  return {
    kind: "ttl-index",
    owner: null,
    seconds: null,
    setting: name,
    field: String(value.value),
    at: node.value.range,
  };
}

/** Sequelize: `sequelize.define("User", {…}, { paranoid: true })`, `User.init({…}, { paranoid: true })`. */
function paranoidModel(node: TSESTree.CallExpression) {
  const path = calleePath(node.callee) ?? [];
  const options = node.arguments.at(-1);
  if (!isParanoid(options)) return null;
  const [first] = node.arguments;
  const named = path.at(-1) === "define" && first?.type === "Literal" ? String(first.value) : null;
  const owner = named ?? (path.at(-1) === "init" ? (path.at(-2) ?? null) : null);
  return owner === null ? null : { owner, by: "paranoid", at: options!.range };
}

/** `@Table({ paranoid: true }) class User`. */
function paranoidClass(node: TSESTree.Decorator) {
  const { expression, parent } = node;
  if (expression.type !== "CallExpression" || !isParanoid(expression.arguments[0])) return null;
  const owner = parent.type === "ClassDeclaration" ? parent.id?.name : null;
  return owner ? { owner, by: "paranoid", at: expression.range } : null;
}

function isParanoid(options: TSESTree.Node | undefined): boolean {
  return propertiesOf(options).members.some(
    ({ name, value }) => name === "paranoid" && value.type === "Literal" && value.value === true,
  );
}
