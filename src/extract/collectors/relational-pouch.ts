import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import {
  commentBefore,
  defineEstreeCollector,
  propertiesOf,
  stringValue,
  type ObjectMember,
  type Script,
} from "../estree/index.js";
import { membersOf } from "../stores/members.js";

export default defineEstreeCollector({
  id: "relational-pouch",
  recognises: "relations between documents of PouchDB",
  trigger: [/\bsingular\s*:/, /\b(?:belongsTo|hasMany)\s*:/],
  visit: (script, emit) => ({
    ObjectExpression(node) {
      const options = membersOf(node);
      const name = stringValue(options.get("singular"));
      const table = stringValue(options.get("plural"));
      const relations = options.get("relations");
      if (name === null || table === null || !relations) return;
      const fields = propertiesOf(relations).members.flatMap((member) => readRelation(member, script));
      if (fields.length > 0) emit.owner({ source: "pouchdb", name, kind: "store", at: node.range, fields, table });
    },
  }),
});

/** `{ belongsTo: "author" }` keeps a key; `{ hasMany: { type: "book", options: { queryInverse } } }` is the other side of one. */
function readRelation({ name, key, value }: ObjectMember, script: Script): FieldDraft[] {
  const options = membersOf(value);
  const [one, many] = [typeOf(options.get("belongsTo")), typeOf(options.get("hasMany"))];
  const comment = commentBefore(script, key.range[0]);
  const hints = comment ? { hints: { comment } } : {};
  if (one !== null) return [{ name, at: key.range, type: "relation", target: one, ...hints }];
  return many === null ? [] : [{ name, at: key.range, type: "relation", list: true, target: many, ...hints }];
}

function typeOf(node: TSESTree.Node | undefined): string | null {
  return stringValue(node) ?? stringValue(membersOf(node).get("type"));
}
