import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { OperationKind } from "../../model/index.js";
import { calleePath, keyName, propertiesOf, type Script } from "../estree/index.js";
import { selection } from "../flows/selection.js";
import { propertyName } from "../flows/functions.js";
import { resolved } from "../stores/members.js";
import { within } from "../stores/within.js";
import { conditionOf } from "./conditions.js";
import type { OperationDraft } from "./operations.js";
import { recordOf } from "./record-of.js";
import { writesOf } from "./writes.js";

/** Methods of object mappers and drivers that no other kind of object has. */
const OWN_METHODS: Readonly<Record<string, OperationKind>> = {
  findMany: "read",
  findUnique: "read",
  findUniqueOrThrow: "read",
  findFirst: "read",
  findFirstOrThrow: "read",
  findOne: "read",
  findOneBy: "read",
  findOneOrFail: "read",
  findOneByOrFail: "read",
  findBy: "read",
  findAll: "read",
  findById: "read",
  findByPk: "read",
  findAndCount: "read",
  findAndCountAll: "read",
  groupBy: "read",
  createMany: "create",
  createManyAndReturn: "create",
  insertOne: "create",
  insertMany: "create",
  bulkCreate: "create",
  findOrCreate: "create",
  upsert: "update",
  updateMany: "update",
  updateOne: "update",
  replaceOne: "update",
  findOneAndUpdate: "update",
  findByIdAndUpdate: "update",
  findOneAndReplace: "update",
  nativeUpdate: "update",
  softDelete: "update",
  softRemove: "update",
  deleteMany: "delete",
  deleteOne: "delete",
  destroy: "delete",
  findOneAndDelete: "delete",
  findByIdAndDelete: "delete",
  findOneAndRemove: "delete",
  findByIdAndRemove: "delete",
  nativeDelete: "delete",
  truncate: "delete",
};

/** Methods that other objects have too: they count only on what is known for a record. */
const SHARED_METHODS: Readonly<Record<string, OperationKind>> = {
  find: "read",
  count: "read",
  aggregate: "read",
  scan: "read",
  get: "read",
  create: "create",
  insert: "create",
  save: "update",
  update: "update",
  patch: "update",
  delete: "delete",
  remove: "delete",
  clear: "delete",
};

/** `prisma.user.deleteMany({…})`, `User.destroy({…})`, `this.users.delete(id)` of a repository, `manager.delete(User, …)`. */
export function mapperOperation(node: TSESTree.CallExpression, script: Script): OperationDraft | null {
  const { callee } = node;
  if (callee.type !== "MemberExpression") return null;
  const method = propertyName(callee);
  if (method === null) return null;
  const kind = methodKind(OWN_METHODS, method) ?? methodKind(SHARED_METHODS, method);
  if (!kind) return null;
  const record = recordOf(callee, node, Object.hasOwn(OWN_METHODS, method), script);
  if (!record) return null;
  const given = record.fromArgument ? node.arguments.slice(1) : node.arguments;
  const soft = method === "softDelete" || method === "softRemove";
  return {
    kind,
    record: record.name,
    callee: [...(calleePath(callee.object) ?? []), method].filter((part) => part !== "()").join("."),
    at: callee.property.range,
    ...(kind === "read" && readPart(given[0])),
    ...((kind === "update" || kind === "create") && !soft && writesOf(kind, method, given, script)),
    ...(soft && { writes: [{ field: "deletedAt", value: "now" as const }] }),
    ...conditionOf(given, script),
    ...(kind === "delete" && asksForMark(given, script) && { marked: true }),
  };
}

function methodKind(table: Readonly<Record<string, OperationKind>>, method: string): OperationKind | null {
  return Object.hasOwn(table, method) ? table[method]! : null;
}

function readPart(given: TSESTree.Node | undefined): Pick<OperationDraft, "select" | "omit" | "include"> {
  const { members } = propertiesOf(given);
  const include = members.find(({ name }) => name === "include" || name === "relations" || name === "with")?.value;
  const taken =
    include?.type === "ArrayExpression"
      ? include.elements.flatMap((one) => (one?.type === "Literal" && typeof one.value === "string" ? [one.value] : []))
      : propertiesOf(include).members.map(({ name }) => name);
  return { ...selection(given), ...(taken.length > 0 && { include: taken }) };
}

/** `where: { deletedAt: { not: null } }`, `{ deletedAt: { lt: cutoff } }`: what was marked before is deleted now. */
function asksForMark(given: readonly TSESTree.Node[], script: Script): boolean {
  return given.some((part) =>
    within(resolved(part, script) ?? part).some(
      (node) =>
        node.type === "Property" && /^(?:is_?)?(?:deleted|removed|trashed)(?:_?at)?$/i.test(keyName(node) ?? ""),
    ),
  );
}
