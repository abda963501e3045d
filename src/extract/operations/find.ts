import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FunctionFact, OperationFact, Span } from "../../model/index.js";
import { nodesOf, type Script } from "../estree/index.js";
import type { FactBuilder } from "../fact-builder.js";
import { calledNames } from "./calls.js";
import { operationsAt } from "./operations.js";
import { symbolsOf } from "./symbols.js";
import { isFunctionLike, unitName } from "./units.js";

/** Words without which a script uses no store. */
const OPERATION_TEXT =
  /\b(?:findMany|findUnique|findFirst|findOne|findBy|deleteMany|deleteOne|destroy|updateMany|updateOne|upsert|createMany|insertOne|insertMany|createQueryBuilder|getRepository|softDelete|softRemove|nativeDelete|nativeUpdate|insertInto|deleteFrom|selectFrom|updateTable|truncate)\w*\s*\(|\.(?:delete|del|remove|update|create|insert|save|findAll|findByPk|findAndCountAll)\(|\b(?:DELETE\s+FROM|UPDATE\s+\S+\s+SET|INSERT\s+INTO|SELECT\s[\s\S]{1,400}?\sFROM|TRUNCATE\s)/;

export function mayHoldOperations(text: string): boolean {
  return OPERATION_TEXT.test(text);
}

interface Unit {
  span: Span;
  readonly calls: Set<string>;
  readonly operations: OperationFact[];
  schedule?: string;
}

/** More of them in one file is generated code. */
const MAX_UNITS = 2000;

/** What the functions of a script do to stores, and what they call. With `whole`, of a file that the map points at, also all names it declares. */
export function findOperations(script: Script, builder: FactBuilder, whole: boolean): void {
  const units = new Map<string, Unit>();
  const unitOf = (node: TSESTree.Node): Unit | null => {
    const name = unitName(node);
    let unit = units.get(name);
    if (!unit && units.size < MAX_UNITS) {
      unit = { span: script.source.span([node.range[0], node.range[0] + 1]), calls: new Set(), operations: [] };
      units.set(name, unit);
    }
    return unit ?? null;
  };
  for (const node of nodesOf(script.ast)) {
    const operations = operationsAt(node, script);
    const calls = node.type === "CallExpression" || node.type === "NewExpression" ? calledNames(node, script) : [];
    // A function that does nothing to stores is known all the same: calls of it lead nowhere else.
    if (operations.length === 0 && calls.length === 0 && !isFunctionLike(node)) continue;
    const unit = unitOf(node);
    for (const { at, ...operation } of operations)
      unit?.operations.push({ ...operation, span: script.source.span(at) });
    for (const name of calls) unit?.calls.add(name);
  }
  const functions = [...units].map(([name, { calls, ...rest }]): FunctionFact => ({
    name,
    ...rest,
    calls: [...calls],
  }));
  builder.functions(functions);
  if (whole) builder.symbols(symbolsOf(script));
}
