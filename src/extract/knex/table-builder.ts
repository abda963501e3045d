import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { chainOf, endsChain, findCall, type Chain } from "../chains/chain.js";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, definitionOf, knownText, stringValue, type Script } from "../estree/index.js";
import { isFunction, type FunctionNode } from "../naming/index.js";
import { columnType } from "../sql/column-type.js";
import { namedRecord, optionsIn } from "../stores/members.js";
import { within } from "../stores/within.js";

const COLUMN =
  /^(?:increments|bigIncrements|(?:tiny|small|medium|big)?[iI]nt(?:eger)?|bigint|text|string|float|double|decimal|boolean|date|dateTime|datetime|time|timestamp|binary|enu|enum|jsonb?|uuid|geometry|geography|point|specificType|varchar|char)$/;

/** What a table builder is told within its callback. */
export interface BuiltTable {
  readonly fields: readonly FieldDraft[];
  readonly drops: readonly { readonly column: string; readonly at: readonly [number, number] }[];
  /** Functions of other files that are handed the builder. */
  readonly bases: readonly BaseDraft[];
}

/** Helpers may call each other. */
const DEEPEST = 5;

/** `(table) => { table.string("email").unique(); table.dropColumn("fax"); addStamps(table); }`, or the name of such a function. */
export function readTableCallback(callback: TSESTree.Node | undefined, script: Script): BuiltTable | null {
  const builder = callback && functionBehind(callback, script);
  if (!builder) return null;
  const draft: Draft = { fields: [], drops: [], bases: [], foreign: new Map(), seen: new Set() };
  readFunction(builder, 0, draft, script, 0);
  const { fields, drops, bases, foreign } = draft;
  return { fields: fields.map((field) => withReference(field, foreign)), drops, bases };
}

function functionBehind(node: TSESTree.Node, script: Script): FunctionNode | null {
  if (isFunction(node)) return node;
  const definition = node.type === "Identifier" ? definitionOf(node, script) : null;
  if (definition?.kind === "function" && isFunction(definition.node)) return definition.node;
  return definition?.init && isFunction(definition.init) ? definition.init : null;
}

/** Reads what a function tells the builder it is handed as one of its arguments. */
function readFunction(node: FunctionNode, index: number, into: Draft, script: Script, depth: number): void {
  if (depth > DEEPEST || into.seen.has(node) || !node.body) return;
  into.seen.add(node);
  const parameter = node.params[index];
  const name = parameter?.type === "Identifier" ? parameter.name : "this";
  for (const inner of within(node.body)) {
    if (inner.type !== "CallExpression" || !endsChain(inner)) continue;
    const given = inner.arguments.findIndex((one) => one.type === "Identifier" && one.name === name);
    if (given >= 0) {
      readHelper(inner.callee, given, into, script, depth);
      continue;
    }
    const chain = chainOf(inner);
    if (chain?.root.length === 1 && chain.root[0] === name) readStatement(chain, into, script);
  }
}

/** `addStamps(table)`: a function of this file is read in its place, one of another stands there as a record to take columns from. */
function readHelper(callee: TSESTree.Node, index: number, into: Draft, script: Script, depth: number): void {
  const helper = functionBehind(callee, script);
  if (helper) return readFunction(helper, index, into, script, depth + 1);
  const path = calleePath(callee);
  if (path && script.imports.has(path[0]!)) into.bases.push({ name: path.join("."), at: callee.range });
}

interface Draft {
  readonly fields: FieldDraft[];
  readonly drops: BuiltTable["drops"][number][];
  readonly bases: BaseDraft[];
  readonly foreign: Map<string, string>;
  readonly seen: Set<FunctionNode>;
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
