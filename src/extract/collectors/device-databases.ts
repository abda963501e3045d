import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { keysOf, type Key } from "../keyed/keys.js";

type Add = (name: Key | undefined, fields: FieldDraft[]) => void;

export default defineEstreeCollector({
  id: "device-database",
  recognises: "databases on phones: WatermelonDB, Realm",
  trigger: /tableSchema|\bRealm\b|from\s+["']realm["']/,
  visit(script, emit) {
    const add: Add = (name, fields) => {
      if (!name || fields.length === 0) return;
      emit.owner({ source: "device-database", name: name.text, kind: "store", at: name.at, fields });
    };
    return {
      CallExpression(node) {
        if (calleePath(node.callee)?.at(-1) === "tableSchema") watermelon(node, script, add);
      },
      PropertyDefinition(node) {
        if (node.static && node.key.type === "Identifier" && node.key.name === "schema") realm(node.value, script, add);
      },
      VariableDeclarator(node) {
        if (node.id.type === "Identifier" && /schema$/i.test(node.id.name) && usesRealm(script))
          realm(node.init, script, add);
      },
    };
  },
});

const COLUMN_TYPES: Readonly<Record<string, ValueType>> = { string: "string", number: "number", boolean: "boolean" };

/** `tableSchema({ name: "posts", columns: [{ name: "title", type: "string" }] })` */
function watermelon(node: TSESTree.CallExpression, script: Script, add: Add): void {
  const members = new Map(propertiesOf(node.arguments[0]).members.map(({ name, value }) => [name, value]));
  const columns = members.get("columns");
  if (columns?.type !== "ArrayExpression") return;
  const fields = columns.elements.flatMap((element): FieldDraft[] => {
    const column = new Map(propertiesOf(element).members.map(({ name, value }) => [name, value]));
    const [key] = keysOf(column.get("name"), script);
    const type = COLUMN_TYPES[stringValue(column.get("type")) ?? ""] ?? "unknown";
    return key ? [{ name: key.text, at: key.at, type, ...(key.from && { nameFrom: key.from }) }] : [];
  });
  add(keysOf(members.get("name"), script)[0], fields);
}

function usesRealm(script: Script): boolean {
  return [...script.imports.values()].some(({ module }) => module === "realm" || module === "@realm/react");
}

const REALM_TYPES: Readonly<Record<string, ValueType>> = {
  string: "string",
  int: "number",
  float: "number",
  double: "number",
  decimal128: "number",
  bool: "boolean",
  date: "date",
  data: "bytes",
};

/** `{ name: "Person", properties: { name: "string", age: "int?", dogs: "Dog[]" } }` */
function realm(node: TSESTree.Node | null, script: Script, add: Add): void {
  if (!usesRealm(script)) return;
  const members = new Map(propertiesOf(node).members.map(({ name, value }) => [name, value]));
  const properties = propertiesOf(members.get("properties")).members;
  if (properties.length === 0) return;
  const fields = properties.map(({ name, key, value }): FieldDraft => {
    const described =
      stringValue(value) ?? stringValue(propertiesOf(value).members.find((one) => one.name === "type")?.value) ?? "";
    const base = described.replace(/[?[\]<>]/g, "");
    return {
      name,
      at: key.range,
      type: REALM_TYPES[base] ?? "unknown",
      ...(described.includes("[]") && { list: true }),
    };
  });
  add(keysOf(members.get("name"), script)[0], fields);
}
