import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, propertiesOf, stringValue } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { unwrap } from "../schema-builders/index.js";

/** Names of constants that list the columns of a table that is taken in. What is given out is no collection. */
const COLUMNS =
  /^(?!.*(?:export|download|output)|importmap)(?:.*(?:csv|import(?!ant)|spreadsheet|xlsx?|excel).*(?:header|column|field|map)|.*(?:csv|xlsx?)_?(?:header|column).*)/i;

/** Text that can head a column: words, and no path or pattern. */
const HEADER = /^[\p{L}_][\p{L}\d _.'-]{0,60}$/u;

export default defineEstreeCollector({
  id: "csv-columns",
  recognises:
    "columns of tables that people bring in: header lists and mappings of CSV and spreadsheet imports, csv-parse options",
  trigger: /csv|import[_A-Z]|spreadsheet|xlsx?|excel/i,
  visit(script, emit) {
    return {
      VariableDeclarator(node) {
        if (node.id.type !== "Identifier" || !node.init || !COLUMNS.test(node.id.name)) return;
        const fields = columnsOf(unwrap(node.init));
        if (fields.length < 2) return;
        emit.owner({ source: "csv", kind: "input", name: node.id.name, at: node.id.range, fields });
      },
      CallExpression(node) {
        const path = calleePath(node.callee);
        const head = path && script.imports.get(path[0]!);
        if (!head || !/^csv(?:-parse)?(?:\/|$)/.test(head.module)) return;
        const options = node.arguments.find((argument) => argument.type === "ObjectExpression");
        const columns = propertiesOf(options).members.find(({ name }) => name === "columns")?.value;
        const fields = columns ? columnsOf(unwrap(columns)) : [];
        if (fields.length > 0) emit.owner({ source: "csv", kind: "input", ...ownerNameOf(node, script), fields });
      },
    };
  },
});

/** `["email", "name"]`, or `{ email: "email", name: "full name" }`. */
function columnsOf(node: TSESTree.Node): FieldDraft[] {
  if (node.type === "ArrayExpression") {
    const names = node.elements.map((element) => stringValue(element));
    if (!names.every((name) => name !== null && HEADER.test(name))) return [];
    return node.elements.map((element, index) => ({
      name: names[index]!,
      at: element!.range,
      type: "string" as const,
    }));
  }
  const { members } = propertiesOf(node);
  if (!members.every(({ name, value }) => stringValue(value) !== null && HEADER.test(name))) return [];
  return members.map(({ name, key, value }) => {
    const header = stringValue(value)!;
    return { name, at: key.range, type: "string" as const, ...(header !== name && { hints: { storedAs: header } }) };
  });
}
