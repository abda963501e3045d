import type { TSESTree } from "@typescript-eslint/typescript-estree";
import {
  calleePath,
  decoratorsOf,
  definitionOf,
  stringValue,
  unwrap,
  valueTypeOf,
  type Script,
} from "../estree/index.js";
import { classAround, classMember, propertyName } from "../flows/functions.js";
import { namedRecord } from "../stores/members.js";

export interface NamedRecord {
  readonly name: string;
  /** Named by the first argument rather than by what the method is called on. */
  readonly fromArgument?: boolean;
}

/** What clients of object mappers and drivers are called. */
const CLIENT =
  /^(?:prisma\w*|\w*Prisma(?:Client|Service)?|db|dbClient|tx|trx|orm|database|client|models?|entities|kysely|knex|conn(?:ection)?|mongo)$/;
const MANAGER = /(?:^|[a-z])(?:manager|entityManager)$|^(?:em|orm|dataSource)$/i;
const REPOSITORY_TYPES =
  /^(?:Repository|EntityRepository|Model|TreeRepository|MongoRepository|ModelStatic|ModelClass|PaginateModel|SoftDeleteModel|Collection|AggregateModel)$/;
/** Calls that give what keeps the records they name. */
const GIVES_RECORDS =
  /^(?:getRepository|getCustomRepository|getMongoRepository|getTreeRepository|collection|getCollection|model|from|table|into)$/;
const MAX_HOPS = 4;

/** The record that a method is called on, as the code names it. `sure`: no other kind of object has such a method. */
export function recordOf(
  callee: TSESTree.MemberExpression,
  node: TSESTree.CallExpression,
  sure: boolean,
  script: Script,
): NamedRecord | null {
  const byArgument = argumentRecord(callee, node, sure);
  if (byArgument) return { name: byArgument, fromArgument: true };
  const held = heldRecord(unwrap(callee.object), script, 0);
  if (held) return { name: held };
  const path = calleePath(callee.object);
  if (!path || path.includes("()")) return null;
  const last = path.at(-1)!;
  if (path.length >= 2 && CLIENT.test(path.at(-2)!) && last !== "query" && last !== "$transaction") {
    return sure || looksLikeQuery(node) ? { name: last } : null;
  }
  if (path.length >= 3 && path.at(-2) === "query") return { name: last };
  const many = /^(?:find|create|insert|update|delete|upsert|bulk|native)/.test(methodOf(callee));
  if (sure && many && path.length >= 2 && path.at(-2) !== "this" && path[0] !== "this") return { name: last };
  const repository = /^_?(\w+?)(?:Repository|Repo|Model|Collection|Dao)$/.exec(last)?.[1];
  if (repository && (sure || path.length > 1 || looksLikeQuery(node))) return { name: repository };
  if (/^[A-Z][a-z]/.test(last) && last !== "Object" && path.length === 1 && (sure || looksLikeQuery(node)))
    return { name: last };
  return sure &&
    many &&
    path.length === 2 &&
    path[0] === "this" &&
    !/^(?:session|socket|stream|request|response)$/.test(last)
    ? { name: last }
    : null;
}

/** `destroy` ends views, sockets and players too. */
function methodOf(callee: TSESTree.MemberExpression): string {
  return propertyName(callee) ?? "";
}

/** Object mappers are asked with an object; sets and maps are not. */
function looksLikeQuery({ arguments: given }: TSESTree.CallExpression): boolean {
  return given[0]?.type === "ObjectExpression";
}

/** `manager.delete(User, …)`, `em.nativeDelete(User, …)`, `db.delete(users)`, `payload.delete({ collection: "users" })`. */
function argumentRecord(
  callee: TSESTree.MemberExpression,
  node: TSESTree.CallExpression,
  sure: boolean,
): string | null {
  const holder = calleePath(callee.object)?.at(-1) ?? "";
  const [first] = node.arguments;
  if (!first) return null;
  if (first.type === "Identifier" && MANAGER.test(holder) && (/^[A-Z]/.test(first.name) || sure)) return first.name;
  if (first.type === "Identifier" && /^(?:db|tx|trx|database|drizzle)$/.test(holder)) return first.name;
  if (first.type === "MemberExpression" && /^(?:db|tx|trx|database|drizzle)$/.test(holder)) return propertyName(first);
  if (first.type !== "ObjectExpression" || !/payload|cms|local/i.test(holder)) return null;
  for (const property of first.properties) {
    if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === "collection")
      return stringValue(property.value);
  }
  return null;
}

/** The record behind what an index is made on. */
export function collectionOf(object: TSESTree.Node, script: Script): string | null {
  return heldRecord(unwrap(object), script, 0);
}

/** The record behind a repository, collection or instance, however it came by it. */
function heldRecord(object: TSESTree.Node, script: Script, hops: number): string | null {
  if (hops > MAX_HOPS) return null;
  switch (object.type) {
    case "CallExpression":
      return givenByCall(object, script, hops);
    case "Identifier": {
      const definition = definitionOf(object, script);
      const annotated = definition?.name.typeAnnotation?.typeAnnotation;
      const ofType = annotated ? entityOf(annotated) : null;
      if (ofType) return ofType;
      if (definition?.kind !== "variable" || definition.destructured || !definition.init) return null;
      return heldRecord(unwrap(definition.init), script, hops + 1);
    }
    case "MemberExpression":
      return object.object.type === "ThisExpression" ? memberRecord(object, script, hops) : null;
    default:
      return null;
  }
}

/** `dataSource.getRepository(User)`, `db.collection("users").doc(id)`, `supabase.from("users")`; `await User.findOne()` is one of its records. */
function givenByCall(call: TSESTree.CallExpression, script: Script, hops: number): string | null {
  const name =
    call.callee.type === "MemberExpression"
      ? (propertyName(call.callee) ?? "")
      : call.callee.type === "Identifier"
        ? call.callee.name
        : "";
  const [first] = call.arguments;
  if (GIVES_RECORDS.test(name) && first) {
    const root = call.callee.type === "MemberExpression" ? calleePath(call.callee.object)?.[0] : undefined;
    const text = stringValue(first);
    if (name === "from" && (text === null || /^[A-Z]/.test(root ?? "A"))) return null;
    return text ?? namedRecord(first)?.name ?? null;
  }
  if (call.callee.type !== "MemberExpression") return null;
  if (/^find(?:One|ById|ByPk|Unique|First)/.test(name)) {
    const path = calleePath(call.callee.object);
    return (
      heldRecord(unwrap(call.callee.object), script, hops + 1) ??
      (path && !path.includes("()") ? stem(path.at(-1)!) : null)
    );
  }
  return heldRecord(unwrap(call.callee.object), script, hops + 1);
}

function stem(name: string): string {
  return name.replace(/^_?(\w+?)(?:Repository|Repo|Model|Collection|Dao)$/, "$1");
}

function memberRecord(node: TSESTree.MemberExpression, script: Script, hops: number): string | null {
  const body = classAround(node);
  const member = body && classMember(body, propertyName(node) ?? "");
  if (!member) return null;
  for (const { name, arguments: given } of decoratorsOf({ decorators: [...member.decorators] }, script)) {
    if (/^Inject(?:Model|Repository|Collection)$/.test(name) && given[0]) {
      const named = namedRecord(given[0]);
      if (named) return named.name;
    }
  }
  return (
    (member.type && entityOf(member.type)) ?? (member.value ? heldRecord(unwrap(member.value), script, hops + 1) : null)
  );
}

/** `User` of `Repository<User>`, `Model<UserDocument>`. */
function entityOf(type: TSESTree.TypeNode): string | null {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return null;
  if (!REPOSITORY_TYPES.test(type.typeName.name)) return null;
  const target = valueTypeOf(type.typeArguments?.params[0]).target ?? null;
  return target === null ? null : target.replace(/(?<=\w)Document$/, "");
}
