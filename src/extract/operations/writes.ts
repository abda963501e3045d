import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { OperationKind, WriteFact, WrittenValue } from "../../model/index.js";
import { calleePath, propertiesOf, unwrap, type Script } from "../estree/index.js";
import { resolved } from "../stores/members.js";
import { ageOf } from "../terms/moments.js";

const MAX_WRITES = 100;

/** The fields that a create or an update writes, and what each is given. */
export function writesOf(
  kind: OperationKind,
  method: string,
  given: readonly TSESTree.Node[],
  script: Script,
): { readonly writes?: readonly WriteFact[] } {
  const writes = dataOf(kind, method, given, script).slice(0, MAX_WRITES);
  return writes.length > 0 ? { writes } : {};
}

/** Prisma and Drizzle keep the data under a name; the others put it behind the condition. */
function dataOf(kind: OperationKind, method: string, given: readonly TSESTree.Node[], script: Script): WriteFact[] {
  const [first, second] = given.map((part) => resolved(part, script));
  const { members } = propertiesOf(first);
  const named = members.filter(
    ({ name }) => name === "data" || name === "update" || (method === "upsert" && name === "create"),
  );
  if (named.length > 0) return named.flatMap(({ value }) => fieldsIn(value, script));
  if (kind === "create") return fieldsIn(first, script);
  // Sequelize: `User.update({ … }, { where })`; Mongoose and TypeORM: `(condition, { … })`.
  const swapped = propertiesOf(second).members.some(({ name }) => name === "where");
  return fieldsIn(swapped || !second ? first : second, script);
}

/** Fields of an object literal, of each of a list, and of MongoDB's `$set` and `$unset`. */
export function fieldsIn(node: TSESTree.Node | null | undefined, script: Script): WriteFact[] {
  const object = resolved(node, script);
  if (object?.type === "ArrayExpression") return fieldsIn(object.elements[0], script);
  if (object && object.type !== "ObjectExpression") return ANYTHING;
  const { members, spreads } = propertiesOf(object);
  const open = spreads.length > 0 ? ANYTHING : [];
  return [...open, ...members.flatMap(({ name, value }) => fieldWritten(name, value, script))];
}

/** What is written is worked out elsewhere. */
const ANYTHING: WriteFact[] = [{ field: "*", value: "other" }];

function fieldWritten(name: string, value: TSESTree.Node, script: Script): WriteFact[] {
  if (name === "$set" || name === "$setOnInsert" || name === "set") return fieldsIn(value, script);
  if (name === "$unset")
    return propertiesOf(resolved(value, script)).members.map((member) => ({ field: member.name, value: "blank" }));
  return name.startsWith("$") ? [] : [{ field: name, value: valueKind(value, script) }];
}

const PLAIN_HASH =
  /^(?:createHash|sha1|sha256|sha512|md5|sha|hash|hashSync|hex|digest|createDigest|objectHash|hashCode)$/i;
const KEYED = /hmac|bcrypt|argon|scrypt|pbkdf2/i;
const MADE_UP = /^(?:randomUUID|randomBytes|uuid\w*|v4|v7|nanoid|cuid|ulid|random|createId|faker\w*)$/;

/** What a value is, as far as disposal is concerned. */
export function valueKind(node: TSESTree.Node, script: Script, depth = 0): WrittenValue {
  const plain = unwrap(resolved(node, script) ?? node);
  if (plain.type === "Literal") return typeof plain.value === "boolean" ? "flag" : "blank";
  if (plain.type === "Identifier") return plain.name === "undefined" ? "blank" : "other";
  if (plain.type === "TemplateLiteral") {
    const holes = plain.expressions.map((hole) => (depth < 3 ? valueKind(hole, script, depth + 1) : "other"));
    if (holes.length === 0) return "blank";
    return holes.includes("hash")
      ? "hash"
      : holes.every((hole) => hole === "random" || hole === "now")
        ? "random"
        : "other";
  }
  if (ageOf(plain, script) === 0) return "now";
  if (plain.type !== "CallExpression") return "other";
  const path = calleePath(plain.callee) ?? [];
  if (path.some((part) => KEYED.test(part))) return "other";
  if (path.some((part) => MADE_UP.test(part))) return "random";
  return path.some((part) => PLAIN_HASH.test(part)) ? "hash" : "other";
}
