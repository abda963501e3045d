import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import { chainOf, type Chain } from "../chains/chain.js";
import { chainFields, type ChainValue } from "../chains/fields.js";
import { commentBefore, defineEstreeCollector, importOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { keyOver, resolved } from "../stores/members.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["float64", "number"],
  ["int64", "number"],
  ["bigint", "number"],
  ["boolean", "boolean"],
  ["bytes", "bytes"],
  ["any", "json"],
  ["record", "json"],
  ["null", "unknown"],
  ["id", "string"],
]);
const DEEPEST = 10;

export default defineEstreeCollector({
  id: "convex",
  recognises: "tables of a Convex schema: defineTable",
  trigger: /\bdefineTable\b/,
  visit: (script, emit) => ({
    CallExpression(node) {
      const imported = importOf(node.callee, script.imports);
      if (imported?.imported !== "defineTable" || !imported.module.startsWith("convex/")) return;
      const read = chainFields(shapeOf(node.arguments[0], script), script, readValidator, 0, readName);
      if (read.fields.length === 0) return;
      const outer = outermost(node);
      const name = keyOver(outer) ?? ownerNameOf(outer, script).name;
      const comment = commentBefore(script, outer.parent?.range[0] ?? node.range[0]);
      emit.owner({
        source: "convex",
        name,
        kind: "store",
        at: outer.parent?.type === "Property" ? outer.parent.key.range : node.range,
        fields: read.fields,
        bases: read.bases,
        ...(comment && { comment }),
      });
    },
  }),
});

/** `defineTable({ … })`, `defineTable(v.object({ … }))`. */
function shapeOf(node: TSESTree.Node | undefined, script: Script): TSESTree.Node | undefined {
  const given = resolved(node, script);
  const chain = given && chainOf(given);
  return chain?.calls[0]?.name === "object" ? chain.calls[0].arguments[0] : (given ?? undefined);
}

/** The chain of indexes that a table stands at the beginning of. */
function outermost(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent?.type === "MemberExpression" && at.parent.parent.type === "CallExpression") at = at.parent.parent;
  return at;
}

function readValidator(chain: Chain, script: Script, _name: string, depth = 0): ChainValue | null {
  const [first] = chain.calls;
  if (chain.root.length !== 1 || !first || depth > DEEPEST) return null;
  const [argument] = first.arguments;
  const inner = (): ChainValue => {
    const known = argument && chainOf(resolved(argument, script) ?? argument);
    return (known && readValidator(known, script, "", depth + 1)) ?? { type: "unknown" };
  };
  switch (first.name) {
    case "optional":
      return inner();
    case "array":
      return { ...inner(), list: true };
    case "object": {
      const { fields, bases } = chainFields(
        argument,
        script,
        (one) => readValidator(one, script, "", depth + 1),
        0,
        readName,
      );
      return { type: "object", inner: fields, bases };
    }
    case "union":
      return readUnion(first.arguments, script, depth);
    case "literal": {
      const text = stringValue(argument);
      return text === null ? { type: "unknown" } : { type: "enum", hints: { options: [text] } };
    }
    case "id": {
      const table = stringValue(argument);
      return { type: "string", ...(table && { hints: { references: table } }) };
    }
    default: {
      const type = TYPES.get(first.name);
      return type ? { type } : null;
    }
  }
}

/** What all variants are, the null one left out; literals join to a choice. */
function readUnion(variants: readonly TSESTree.Node[], script: Script, depth: number): ChainValue {
  const read = variants.flatMap((variant) => {
    const chain = chainOf(resolved(variant, script) ?? variant);
    if (!chain || chain.calls[0]?.name === "null") return [];
    return readValidator(chain, script, "", depth + 1) ?? [];
  });
  if (read.length > 0 && read.every(({ type }) => type === "enum"))
    return { type: "enum", hints: { options: read.flatMap(({ hints }) => hints?.options ?? []) } };
  const records = read.filter(({ type }) => type === "object");
  if (records.length < 2) return read[0] ?? { type: "unknown" };
  const inner = new Map(records.flatMap((one) => one.inner ?? []).map((field) => [field.name, field]));
  return { type: "object", inner: [...inner.values()], bases: records.flatMap(({ bases = [] }) => bases) };
}

/** A validator that another file keeps under a name. */
function readName(node: TSESTree.Node): ChainValue | null {
  return node.type === "Identifier" || node.type === "MemberExpression" ? { type: "unknown" } : null;
}
