import type { ValueType } from "../../model/index.js";
import type { Chain } from "../chains/chain.js";
import { chainFields, type ChainValue } from "../chains/fields.js";
import { commentBefore, defineEstreeCollector, importOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { keyOver, membersOf, optionsIn, resolved } from "../stores/members.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["text", "string"],
  ["password", "string"],
  ["integer", "number"],
  ["bigInt", "number"],
  ["float", "number"],
  ["decimal", "number"],
  ["checkbox", "boolean"],
  ["timestamp", "date"],
  ["calendarDay", "date"],
  ["json", "json"],
  ["document", "json"],
  ["select", "enum"],
  ["multiselect", "enum"],
  ["image", "file"],
  ["cloudinaryImage", "file"],
  ["file", "file"],
  ["relationship", "relation"],
]);

export default defineEstreeCollector({
  id: "keystone",
  recognises: "lists of a Keystone schema",
  trigger: /@keystone-(?:6|next)/,
  visit: (script, emit) => ({
    CallExpression(node) {
      const imported = importOf(node.callee, script.imports);
      if (!imported?.module.startsWith("@keystone-") || !/^(?:list|createSchemaList)$/.test(imported.imported)) return;
      const options = membersOf(resolved(node.arguments[0], script));
      const read = chainFields(options.get("fields"), script, readField);
      if (read.fields.length === 0) return;
      const comment = stringValue(options.get("description")) ?? commentBefore(script, node.parent.range[0]);
      const table = stringValue(membersOf(options.get("db")).get("map"));
      emit.owner({
        source: "keystone",
        name: keyOver(node) ?? ownerNameOf(node, script).name,
        kind: "store",
        at: node.parent.type === "Property" ? node.parent.key.range : node.range,
        fields: read.fields,
        bases: read.bases,
        ...(table && { table }),
        ...(comment && { comment }),
      });
    },
  }),
});

function readField(chain: Chain, script: Script): ChainValue | null {
  const [first] = chain.calls;
  const imported = first && importOf(first.node.callee, script.imports);
  if (!first || !imported?.module.startsWith("@keystone-")) return null;
  const type = TYPES.get(imported.imported);
  if (!type) return null;
  const options = membersOf(first.arguments[0]);
  const label = stringValue(options.get("label"));
  const storedAs = stringValue(membersOf(options.get("db")).get("map"));
  const target = stringValue(options.get("ref"))?.split(".")[0];
  const choices = choicesIn(options, script);
  const many = options.get("many");
  const list = imported.imported === "multiselect" || (many?.type === "Literal" && many.value === true);
  return {
    type,
    ...(list && { list }),
    ...(target && { target }),
    hints: {
      ...(storedAs && { storedAs }),
      ...(imported.imported === "password" && { inputType: "password" }),
      ...(label && { label }),
      ...(choices.length > 0 && { options: choices }),
      ...(stringValue(options.get("isIndexed")) === "unique" && { unique: true }),
    },
  };
}

function choicesIn(options: ReadonlyMap<string, Parameters<typeof resolved>[0]>, script: Script): string[] {
  const list = resolved(options.get("options"), script);
  if (list?.type !== "ArrayExpression") return [];
  const values = list.elements.flatMap((one) => stringValue(membersOf(one).get("value")) ?? []);
  return values.length > 0 ? values : optionsIn(list, script);
}
