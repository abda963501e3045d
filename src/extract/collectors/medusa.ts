import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { findCall, type Chain } from "../chains/chain.js";
import { chainFields, type ChainValue } from "../chains/fields.js";
import { commentBefore, defineEstreeCollector, importOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, namedRecord, optionsIn } from "../stores/members.js";

const RELATION = /^(?:hasOne|hasMany|belongsTo|manyToMany|hasOneWithFK)$/;
const BIG_NUMBERS = /^(?:bigNumber|float|autoincrement)$/;

export default defineEstreeCollector({
  id: "medusa",
  recognises: "data models of Medusa modules: model.define",
  trigger: /\bmodel\s*\.\s*define\b/,
  visit: (script, emit) => ({
    CallExpression(node) {
      if (!isDefine(node, script)) return;
      const [given, shape] = node.arguments;
      const options = membersOf(given);
      const name = stringValue(given) ?? stringValue(options.get("name"));
      const read = chainFields(shape, script, readProperty);
      if (!given || name === null || read.fields.length === 0) return;
      const own = ownerNameOf(node, script);
      const binding = own.binding ?? own.name;
      const table = stringValue(options.get("tableName"));
      const comment = commentBefore(script, node.range[0]);
      emit.owner({
        source: "medusa",
        name,
        kind: "store",
        at: given.range,
        fields: read.fields,
        bases: read.bases,
        ...(binding !== name && { binding }),
        ...(table && { table }),
        ...(comment && { comment }),
      });
    },
  }),
});

function isDefine({ callee }: TSESTree.CallExpression, script: Script): boolean {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  if (callee.property.name !== "define" || callee.object.type !== "Identifier") return false;
  const imported = importOf(callee.object, script.imports);
  return imported !== null && imported.imported === "model" && /medusa/.test(imported.module);
}

function readProperty(chain: Chain, script: Script): ChainValue | null {
  const [first] = chain.calls;
  if (chain.root.length !== 1 || !first) return null;
  const [argument, settings] = first.arguments;
  const shared = {
    ...(findCall(chain, "primaryKey") && { primaryKey: true }),
    ...(findCall(chain, "unique") && { unique: true }),
  };
  if (RELATION.test(first.name)) {
    const target = namedRecord(argument)?.name;
    const storedAs = stringValue(membersOf(settings).get("foreignKeyName"));
    return {
      type: "relation",
      ...(/Many$/.test(first.name) && { list: true }),
      ...(target && { target }),
      hints: { ...shared, ...(storedAs && { storedAs }) },
    };
  }
  const options = first.name === "enum" ? optionsIn(argument, script) : [];
  const type = first.name === "id" ? "string" : BIG_NUMBERS.test(first.name) ? "number" : columnType(first.name).type;
  return {
    type: first.name === "enum" ? "enum" : first.name === "array" ? "json" : type,
    ...(first.name === "array" && { list: true }),
    hints: { ...shared, ...(options.length > 0 && { options }) },
  };
}
