import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, propertiesOf, type Script } from "../estree/index.js";
import { resolved } from "../stores/members.js";
import { chainOf, type Chain } from "./chain.js";

export type ChainValue = Omit<FieldDraft, "name" | "at"> & {
  /** Fields nested in this one, by their own names. */
  readonly inner?: readonly FieldDraft[];
  readonly bases?: readonly BaseDraft[];
};

/** What one library's chains mean. Null: not a field of it. */
export type ReadChain = (chain: Chain, script: Script, name: string) => ChainValue | null;

export interface ChainFields {
  readonly fields: FieldDraft[];
  readonly bases: BaseDraft[];
  /** Members that were fields, and those that were something else. */
  recognised: number;
  others: number;
}

/** Reads `{ email: text("email").notNull(), ...timestamps }`: an object whose members are chains of calls. */
export function chainFields(
  node: TSESTree.Node | null | undefined,
  script: Script,
  read: ReadChain,
  depth = 0,
  readOther: (node: TSESTree.Node) => ChainValue | null = () => null,
): ChainFields {
  const result: ChainFields = { fields: [], bases: [], recognised: 0, others: 0 };
  const { members, spreads } = propertiesOf(resolved(node, script));
  for (const spread of spreads) {
    const known = spreadObject(spread, script);
    const path = calleePath(spread);
    if (known?.type === "ObjectExpression" && depth < 4) {
      const inner = chainFields(known, script, read, depth + 1, readOther);
      result.fields.push(...inner.fields);
      result.bases.push(...inner.bases);
      result.recognised += inner.recognised;
    } else if (path && !path.includes("()")) result.bases.push({ name: path.join("."), at: spread.range });
  }
  for (const { name, key, value } of members) {
    // Records that point at each other are given late: `author: () => p.manyToOne(Author)`.
    const chain = chainOf(objectGiven(resolved(value, script) ?? value) ?? value);
    const told = chain ? read(chain, script, name) : readOther(value);
    if (!told) {
      result.others++;
      continue;
    }
    result.recognised++;
    const { inner = [], bases = [], ...rest } = told;
    const comment = rest.hints?.comment ?? commentBefore(script, key.range[0]);
    const hints = { ...rest.hints, ...(comment && { comment }) };
    result.fields.push({ ...rest, name, at: key.range, ...(Object.keys(hints).length > 0 && { hints }) });
    result.fields.push(...inner.map((field) => ({ ...field, name: `${name}.${field.name}` })));
    result.bases.push(...bases.map((base) => ({ ...base, under: `${name}.${base.under ?? ""}` })));
  }
  return result;
}

/** `...shared`, and `...shared()` of a function in this file. */
function spreadObject(spread: TSESTree.Expression, script: Script): TSESTree.Node | null {
  if (spread.type !== "CallExpression") return resolved(spread, script);
  return objectGiven(resolved(spread.callee, script) ?? undefined) ?? null;
}

/** The object literal a function gives back: `(t) => ({ … })`, `function () { return { … } }`; the node itself when it is no function. */
export function objectGiven(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  if (node?.type !== "ArrowFunctionExpression" && node?.type !== "FunctionExpression") return node;
  if (node.body.type !== "BlockStatement") return node.body;
  const statement = node.body.body.find((one) => one.type === "ReturnStatement");
  return statement?.argument ?? undefined;
}
