import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit } from "../collector.js";
import {
  calleePath,
  defineEstreeCollector,
  definitionOf,
  stringValue,
  variableOf,
  type Script,
} from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { isSchema, readDefinition } from "../simple-schema/definition.js";
import { membersOf } from "../stores/members.js";

export default defineEstreeCollector({
  id: "simple-schema",
  recognises: "schemas of Meteor collections, forms and methods: SimpleSchema",
  trigger: /\bSimpleSchema\s*\(/,
  visit: (script, emit) => {
    const nested = new Set<TSESTree.Node>();
    return {
      NewExpression(node) {
        if (isSchema(node) && !nested.has(node) && !isInside(node)) collect(node, script, emit);
      },
    };
  },
});

function collect(node: TSESTree.NewExpression, script: Script, emit: Emit): void {
  const { fields, bases } = readDefinition(node.arguments[0], script);
  if (fields.length === 0 && bases.length === 0) return;
  const own = ownerNameOf(node, script);
  const store = collectionOf(node, script);
  const name = store ?? methodOf(node) ?? own.name;
  const binding = own.binding ?? own.name;
  emit.owner({
    source: "simple-schema",
    name,
    kind: store ? "store" : "input",
    at: node.range,
    fields,
    ...(bases.length > 0 && { bases }),
    ...(binding !== name && { binding }),
  });
}

/** A schema written within another is read as part of that. */
function isInside(node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (isSchema(at)) return true;
    if (/Function|Declaration$/.test(at.type)) return false;
  }
  return false;
}

/** The collection whose documents a schema describes: `Users.attachSchema(new SimpleSchema(…))`, or by the name the schema is kept under. */
function collectionOf(node: TSESTree.NewExpression, script: Script): string | null {
  const direct = attachedTo(node, script);
  if (direct) return direct;
  const { parent } = node;
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier")
    return parent.type === "AssignmentExpression" && calleePath(parent.left)?.at(-1) === "schema"
      ? collectionName(parent.left, script)
      : null;
  for (const { identifier } of variableOf(parent.id, script)?.references ?? []) {
    const attached = attachedTo(identifier as TSESTree.Node, script);
    if (attached) return attached;
  }
  return null;
}

function attachedTo(node: TSESTree.Node, script: Script): string | null {
  const { parent } = node;
  if (parent?.type !== "CallExpression" || parent.arguments[0] !== node) return null;
  if (parent.callee.type !== "MemberExpression" || calleePath(parent.callee)?.at(-1) !== "attachSchema") return null;
  return collectionName(parent.callee, script);
}

/** `users` of `const Users = new Mongo.Collection("users")`; else the name of the collection's variable. */
function collectionName(member: TSESTree.Node, script: Script): string | null {
  const holder = member.type === "MemberExpression" ? member.object : member;
  const init = holder.type === "Identifier" ? definitionOf(holder, script)?.init : null;
  const named = init?.type === "NewExpression" ? stringValue(init.arguments[0]) : null;
  return named ?? calleePath(holder)?.at(-1) ?? null;
}

/** `new ValidatedMethod({ name: "orders.insert", validate: new SimpleSchema({ … }).validator() })`. */
function methodOf(node: TSESTree.Node): string | null {
  for (let at = node.parent, hops = 0; at && hops < 6; at = at.parent, hops++) {
    if (at.type === "ObjectExpression") return stringValue(membersOf(at).get("name"));
  }
  return null;
}
