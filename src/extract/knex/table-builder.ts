import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { chainOf, endsChain, findCall, type Chain } from "../chains/chain.js";
import type { FieldDraft } from "../collector.js";
import { commentBefore, knownText, stringValue, type Script } from "../estree/index.js";
import { columnType } from "../sql/column-type.js";
import { namedRecord, optionsIn } from "../stores/members.js";
import { within } from "../stores/within.js";

const COLUMN =
  /^(?:increments|bigIncrements|(?:tiny|small|medium|big)?[iI]nt(?:eger)?|bigint|text|string|float|double|decimal|boolean|date|dateTime|datetime|time|timestamp|binary|enu|enum|jsonb?|uuid|geometry|geography|point|specificType|varchar|char)$/;

/** What a table builder is told within its callback. */
export interface BuiltTable {
  readonly fields: readonly FieldDraft[];
  readonly drops: readonly { readonly column: string; readonly at: readonly [number, number] }[];
}

/** `(table) => { table.string("email").unique(); table.dropColumn("fax"); }`. */
export function readTableCallback(callback: TSESTree.Node | undefined, script: Script): BuiltTable | null {
  if (callback?.type !== "ArrowFunctionExpression" && callback?.type !== "FunctionExpression") return null;
  const [parameter] = callback.params;
  const name = parameter?.type === "Identifier" ? parameter.name : "this";
  const fields: FieldDraft[] = [];
  const drops: BuiltTable["drops"][number][] = [];
  const foreign = new Map<string, string>();
  for (const node of within(callback.body)) {
    if (node.type !== "CallExpression" || !endsChain(node)) continue;
    const chain = chainOf(node);
    if (chain?.root.length !== 1 || chain.root[0] !== name) continue;
    readStatement(chain, { fields, drops, foreign }, script);
  }
  return { fields: fields.map((field) => withReference(field, foreign)), drops };
}

interface Draft {
  readonly fields: FieldDraft[];
  readonly drops: BuiltTable["drops"][number][];
  readonly foreign: Map<string, string>;
}

function readStatement(chain: Chain, into: Draft, script: Script): void {
  const [first] = chain.calls;
  if (!first || findCall(chain, "alter")) return;
  if (COLUMN.test(first.name)) return addColumn(chain, into, script);
  switch (first.name) {
    case "foreign": {
      const column = knownText(first.arguments[0], script);
      const table = referencedTable(chain, script);
      if (column !== null && table) into.foreign.set(column, table);
      return;
    }
    case "dropColumn":
    case "dropColumns":
      for (const argument of first.arguments) {
        const column = knownText(argument, script);
        if (column !== null) into.drops.push({ column, at: argument.range });
      }
      return;
    case "renameColumn": {
      const [from, to] = first.arguments;
      const [old, renamed] = [knownText(from, script), knownText(to, script)];
      if (old === null || renamed === null) return;
      into.drops.push({ column: old, at: from!.range });
      into.fields.push({ name: renamed, at: to!.range, type: "unknown" });
    }
  }
}

function addColumn(chain: Chain, { fields }: Draft, script: Script): void {
  const [first] = chain.calls;
  const { name: method, arguments: given, node } = first!;
  const key = given[0];
  const isKey = /increments$/i.test(method) || Boolean(findCall(chain, "primary"));
  const name = knownText(key, script) ?? (/increments$/i.test(method) && !key ? "id" : null);
  if (name === null) return;
  const written = method === "specificType" ? (knownText(given[1], script) ?? "") : method;
  const { type, validators } = columnType(written);
  const options = /^enum?$/.test(method) ? optionsIn(given[1], script) : [];
  const references = referencedTable(chain, script);
  const comment = stringValue(findCall(chain, "comment")?.arguments[0]) ?? commentBefore(script, node.range[0]);
  fields.push({
    name,
    at: key?.range ?? node.range,
    type: options.length > 0 || /^enum?$/.test(method) ? "enum" : type,
    ...(/\[\]$/.test(written) && { list: true }),
    hints: {
      ...(validators && { validators }),
      ...(comment && { comment }),
      ...(options.length > 0 && { options }),
      ...(isKey && { primaryKey: true }),
      ...(findCall(chain, "unique") && { unique: true }),
      ...(references && { references }),
    },
  });
}

/** `.references("id").inTable("users")`, `.references("users.id")`. */
function referencedTable(chain: Chain, script: Script): string | null {
  const table = findCall(chain, "inTable")?.arguments[0];
  if (table) return knownText(table, script) ?? namedRecord(table)?.name ?? null;
  const text = knownText(findCall(chain, "references")?.arguments[0], script);
  return text?.includes(".") ? text.split(".").slice(-2, -1)[0]! : null;
}

function withReference(field: FieldDraft, foreign: ReadonlyMap<string, string>): FieldDraft {
  const references = foreign.get(field.name);
  return references ? { ...field, hints: { references, ...field.hints } } : field;
}
