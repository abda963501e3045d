import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { findCall, type Chain } from "../chains/chain.js";
import type { ChainValue, ReadChain } from "../chains/fields.js";
import { importOf, stringValue, valueTypeOf, type Script } from "../estree/index.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, optionsIn, resolved } from "../stores/members.js";

export function isDrizzle(module: string | undefined): boolean {
  return module !== undefined && /^drizzle-orm(?:\/|$)/.test(module);
}

/**
 * `varchar("email", { length: 255 }).notNull().unique()`. `builder` is the parameter of a callback that hands the column functions in
 * (`(t) => ({ id: t.serial() })`), where there is one.
 */
export function drizzleColumn(builder: string | null): ReadChain {
  return (chain, script, name) => {
    const [first] = chain.calls;
    if (!first) return null;
    const [head] = chain.root;
    const imported = importOf(first.node.callee, script.imports);
    const known = isDrizzle(imported?.module) || (head !== undefined && head === builder);
    const options = optionsOf(chain, script);
    const written = imported && isDrizzle(imported.module) ? imported.imported : first.name;
    // Enumerations and types of the project's own are functions like the column types of the library.
    const own = !known && chain.root.length === 0 && looksLikeColumn(chain);
    if (!known && !own && options.length === 0) return null;
    return columnOf(chain, known ? written : "", options, name);
  };
}

const MODIFIERS = new Set([
  "notNull",
  "default",
  "defaultNow",
  "defaultRandom",
  "primaryKey",
  "unique",
  "references",
  "array",
  "$type",
  "$default",
  "$defaultFn",
  "$onUpdate",
  "$onUpdateFn",
  "generatedAlwaysAs",
  "autoincrement",
]);

function looksLikeColumn({ calls }: Chain): boolean {
  return (
    calls.slice(1).some(({ name }) => MODIFIERS.has(name)) && calls.slice(1).every(({ name }) => MODIFIERS.has(name))
  );
}

function columnOf(chain: Chain, written: string, options: readonly string[], name: string): ChainValue {
  const [first] = chain.calls;
  const storedAs = stringValue(first!.arguments[0]);
  const settings = membersOf(first!.arguments.find(({ type }) => type === "ObjectExpression"));
  const mode = stringValue(settings.get("mode"));
  const { type, validators } = columnType(mode && MODES.has(mode) ? MODES.get(mode)! : written);
  const typed = typeArgument(chain);
  const target = typed?.target;
  const references = referencedTable(chain);
  return {
    type: options.length > 0 ? "enum" : type,
    ...(findCall(chain, "array") && { list: true }),
    ...(target && { target }),
    hints: {
      ...(storedAs && storedAs !== name && { storedAs }),
      ...(validators && { validators }),
      ...(options.length > 0 && { options }),
      ...(findCall(chain, "primaryKey") && { primaryKey: true }),
      ...(findCall(chain, "unique") && { unique: true }),
      ...(references && { references }),
      ...(deletesAlong(chain) && { cascades: true }),
    },
  };
}

const MODES: ReadonlyMap<string, string> = new Map([
  ["json", "json"],
  ["timestamp", "timestamp"],
  ["timestamp_ms", "timestamp"],
  ["date", "date"],
  ["boolean", "boolean"],
]);

/** `text("role", { enum: ["user", "admin"] })`, `mysqlEnum("role", ["user"])`, `roleEnum("role")` after `pgEnum("role", [...])`. */
function optionsOf(chain: Chain, script: Script): string[] {
  const [first] = chain.calls;
  for (const argument of first!.arguments) {
    if (argument.type === "ArrayExpression") return optionsIn(argument, script);
    const members = membersOf(argument).get("enum");
    if (members) return optionsIn(members, script);
    if (argument.type === "Identifier") return optionsIn(argument, script);
  }
  const declared = chain.root.length === 0 ? resolved(chain.head, script) : null;
  if (declared?.type !== "CallExpression") return [];
  const imported = importOf(declared.callee, script.imports);
  const isEnum = imported
    ? isDrizzle(imported.module) && /Enum$/.test(imported.imported)
    : /\.enum$/.test(calleeText(declared, script));
  return isEnum ? optionsIn(declared.arguments[1], script) : [];
}

function calleeText(node: TSESTree.CallExpression, script: Script): string {
  return script.source.text.slice(...node.callee.range);
}

/** `jsonb("address").$type<Address>()`. */
function typeArgument(chain: Chain): ReturnType<typeof valueTypeOf> | null {
  const argument = findCall(chain, "$type")?.node.typeArguments?.params[0];
  return argument ? valueTypeOf(argument) : null;
}

/** `.references(() => users.id, { onDelete: "cascade" })`. */
function deletesAlong(chain: Chain): boolean {
  const options = membersOf(findCall(chain, "references")?.arguments[1]);
  return /^cascade$/i.test(stringValue(options.get("onDelete")) ?? "");
}

/** `.references(() => users.id)`. */
function referencedTable(chain: Chain): string | null {
  const [given] = findCall(chain, "references")?.arguments ?? [];
  const body = given?.type === "ArrowFunctionExpression" ? given.body : null;
  return body?.type === "MemberExpression" && body.object.type === "Identifier" ? body.object.name : null;
}
