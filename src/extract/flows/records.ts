import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, stringValue, valueTypeOf } from "../estree/index.js";
import { selection } from "./selection.js";
import { classAround, classMember, propertyName } from "./functions.js";
import { membersOnly, narrowing, type Found, type Want } from "./origin.js";
import type { Tracer } from "./tracer.js";

/** A record that an object mapper reads or writes and gives back; null when the call is none of that. */
export function recordRead(tracer: Tracer, node: TSESTree.CallExpression, want: Want): Found {
  const { callee } = node;
  if (callee.type !== "MemberExpression") return null;
  const method = propertyName(callee);
  if (method === null) return null;
  const model =
    method === "from"
      ? fromTable(callee, node)
      : tracer.words.has("recordMethods", method)
        ? modelOf(tracer, callee, node, method)
        : null;
  if (model === null) return null;
  const path = membersOnly(want.path);
  const narrowed = { ...want, path, ...selection(node.arguments[0]) };
  const taken = narrowed.select;
  if (path[0] !== undefined && taken && !taken.includes(path[0])) return [];
  return [
    {
      names: path,
      at: want.at ?? callee.property.range,
      steps: [],
      record: { name: model, from: "model", path, ...narrowing(narrowed) },
    },
  ];
}

function modelOf(
  tracer: Tracer,
  callee: TSESTree.MemberExpression,
  { arguments: given }: TSESTree.CallExpression,
  method: string,
): string | null {
  const { object } = callee;
  const path = calleePath(object);
  if (!path) return null;
  if (path.at(-1) === "()") return repositoryOf(object);
  const last = path.at(-1)!;
  // `prisma.user.findUnique()`, `this.db.query.users.findFirst()`.
  if (path.length >= 2 && path[path.length - 2] !== "this") {
    const holder = path.slice(0, -1).join(".");
    if (
      tracer.words.has("mapperMethods", method) ||
      /(?:^|\.)(?:prisma\w*|\w*prisma|db|tx|orm|database)$/i.test(holder)
    )
      return last;
  }
  if (path[0] === "this" && path.length === 2) {
    const body = classAround(callee);
    const type = body && classMember(body, last)?.type;
    return type ? entityOf(type) : null;
  }
  if (path.length > 1) return null;
  // `manager.findOne(User, {...})`; `User.findOne({...})`.
  const [first] = given;
  if (/manager$/i.test(last) && first?.type === "Identifier") return first.name;
  return /^[A-Z][a-z]/.test(last) && last !== "Object" && last !== "Array" ? last : null;
}

/** `getRepository(User)`. */
function repositoryOf(node: TSESTree.Node): string | null {
  if (node.type !== "CallExpression") return null;
  const path = calleePath(node.callee);
  const [first] = node.arguments;
  return path && /^get(?:Custom)?Repository$/.test(path.at(-1)!) && first?.type === "Identifier" ? first.name : null;
}

const REPOSITORIES = new Set([
  "Repository",
  "EntityRepository",
  "Model",
  "TreeRepository",
  "MongoRepository",
  "ModelStatic",
]);

/** `User` of `Repository<User>`. */
function entityOf(type: TSESTree.TypeNode): string | null {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return null;
  const [argument] = type.typeArguments?.params ?? [];
  return REPOSITORIES.has(type.typeName.name) ? (valueTypeOf(argument).target ?? null) : null;
}

/** `db.select().from(users)`; with columns named, only those. */
function fromTable(callee: TSESTree.MemberExpression, { arguments: given }: TSESTree.CallExpression): string | null {
  const { object } = callee;
  if (object.type !== "CallExpression" || object.arguments.length > 0) return null;
  const path = calleePath(object.callee);
  const [table] = given;
  if (path?.at(-1) !== "select" || !table) return null;
  return table.type === "Identifier" ? table.name : stringValue(table);
}
