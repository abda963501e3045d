import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { writtenFields } from "../documents/written.js";
import {
  calleePath,
  defineEstreeCollector,
  definitionOf,
  knownText,
  stringValue,
  valueTypeOf,
  type Script,
} from "../estree/index.js";
import { EstreeTree, readJsonSchema } from "../json-schema/index.js";
import { toFields } from "../schema-builders/index.js";
import { membersOf, resolved } from "../stores/members.js";

const INSERTS = /^(?:insert|insertOne|insertMany|insertAsync|replaceOne|save)$/;
const UPDATES = /^(?:updateOne|updateMany|findOneAndUpdate|update|upsert)$/;

interface Collection {
  readonly name: string;
  /** Record that a type argument names: `db.collection<User>("users")`. */
  readonly type: string | null;
  readonly at: readonly [number, number];
}

export default defineEstreeCollector({
  id: "mongodb",
  recognises: "documents that code writes to collections of MongoDB and its likes without a schema",
  trigger: /collection/i,
  visit: (script, emit) => {
    const found = new Map<string, { collection: Collection; fields: Map<string, FieldDraft> }>();
    const add = (collection: Collection, fields: readonly FieldDraft[]): void => {
      const known = found.get(collection.name) ?? { collection, fields: new Map<string, FieldDraft>() };
      // A field written in several places of a file is declared where it is written first.
      for (const field of fields) if (!known.fields.has(field.name)) known.fields.set(field.name, field);
      found.set(collection.name, known);
    };
    return {
      CallExpression(node) {
        const validated = validatedCollection(node, script);
        if (validated) {
          add(validated.collection, validated.fields);
          return;
        }
        const typed = collectionCall(node, script);
        if (typed?.type) add(typed, []);
        if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return;
        const fields = writtenBy(node, node.callee.property.name, script);
        const collection = fields.length > 0 ? collectionOf(node.callee.object, script) : null;
        if (collection) add(collection, fields);
      },
      "Program:exit"() {
        for (const { collection, fields } of found.values()) {
          const { name, type, at } = collection;
          emit.owner({
            source: "mongodb",
            name,
            kind: "store",
            at,
            fields: [...fields.values()],
            ...(type && { bases: [{ name: type, at }] }),
          });
        }
      },
    };
  },
});

function writtenBy(node: TSESTree.CallExpression, method: string, script: Script): FieldDraft[] {
  const [first, second, third] = node.arguments;
  if (INSERTS.test(method)) {
    const document = method === "replaceOne" ? second : first;
    const items = document?.type === "ArrayExpression" ? document.elements : [document];
    return items.flatMap((item) => (item && item.type !== "SpreadElement" ? writtenFields(item, script) : []));
  }
  if (!UPDATES.test(method)) return [];
  // An update changes what an insert has written; only what it may write anew is a declaration.
  const update = membersOf(second);
  const upsert = membersOf(third).get("upsert");
  const creates = upsert?.type === "Literal" && upsert.value === true;
  return [
    ...writtenFields(update.get("$setOnInsert"), script),
    ...(creates ? writtenFields(update.get("$set"), script) : []),
  ];
}

/** The collection an expression stands for, by the call that opens it or by how it is named. */
function collectionOf(node: TSESTree.Node, script: Script): Collection | null {
  switch (node.type) {
    case "AwaitExpression":
      return collectionOf(node.argument, script);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return collectionOf(node.expression, script);
    case "CallExpression":
      return collectionCall(node, script);
    case "Identifier": {
      const init = definitionOf(node, script)?.init;
      const opened = init && init.type !== "Identifier" ? collectionOf(init, script) : null;
      return opened ?? namedCollection(node.name, node);
    }
    case "MemberExpression": {
      const name = calleePath(node)?.at(-1);
      return name ? namedCollection(name, node) : null;
    }
    default:
      return null;
  }
}

/** A model of Mongoose also has a member `collection`, but that has a schema. */
function namedCollection(name: string, { range }: TSESTree.Node): Collection | null {
  return /.Collection$/.test(name) ? { name, type: null, at: range } : null;
}

/** `db.createCollection("users", { validator: { $jsonSchema: { … } } })`. */
function validatedCollection(
  node: TSESTree.CallExpression,
  script: Script,
): { collection: Collection; fields: readonly FieldDraft[] } | null {
  if (calleePath(node.callee)?.at(-1) !== "createCollection") return null;
  const [first, options] = node.arguments;
  const name = knownText(first, script);
  const schema = membersOf(resolved(membersOf(resolved(options, script)).get("validator"), script)).get("$jsonSchema");
  if (!first || name === null || !schema) return null;
  const { fields } = toFields(readJsonSchema(new EstreeTree(schema, script)));
  return { collection: { name, type: null, at: first.range }, fields };
}

/** `db.collection<User>("users")`, `getCollection("users")`. */
function collectionCall(node: TSESTree.CallExpression, script: Script): Collection | null {
  const method = calleePath(node.callee)?.at(-1);
  const [first] = node.arguments;
  if (!first || !method || !/^(?:collection|get\w*Collection)$/.test(method)) return null;
  const name = knownText(first, script) ?? stringValue(first);
  if (name === null) return null;
  const argument = node.typeArguments?.params[0];
  const type = (argument && valueTypeOf(argument).target) ?? null;
  return { name, type, at: first.range };
}
