import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { keysOf, type Key } from "../keyed/keys.js";
import type { Range } from "../source-text.js";

interface Store {
  readonly name: string;
  readonly at: Range;
  readonly fields: FieldDraft[];
}

export default defineEstreeCollector({
  id: "device-database",
  recognises: "databases in the browser and on phones: IndexedDB, idb, Dexie, WatermelonDB, Realm",
  trigger: /createObjectStore|\.stores\s*\(|tableSchema|\bRealm\b|from\s+["']realm["']/,
  visit(script, emit) {
    const stores: Store[] = [];
    const add = (name: Key | undefined, fields: FieldDraft[]): Store | null => {
      if (!name) return null;
      const store = { name: name.text, at: name.at, fields };
      stores.push(store);
      return store;
    };
    const made = new Map<string, Store>();
    return {
      CallExpression(node) {
        const called =
          node.callee.type === "MemberExpression" ? methodName(node.callee) : (calleePath(node.callee)?.at(-1) ?? "");
        if (called === "createObjectStore") {
          const store = add(keysOf(node.arguments[0], script)[0], keyPaths(node.arguments[1]));
          const variable = variableOfResult(node);
          if (store && variable) made.set(variable, store);
        } else if (called === "createIndex") indexOf(node, made, stores);
        else if (called === "stores" && node.callee.type === "MemberExpression") dexie(node, add);
        else if (called === "tableSchema") watermelon(node, script, add);
      },
      PropertyDefinition(node) {
        if (node.static && node.key.type === "Identifier" && node.key.name === "schema") realm(node.value, script, add);
      },
      VariableDeclarator(node) {
        if (node.id.type === "Identifier" && /schema$/i.test(node.id.name) && usesRealm(script))
          realm(node.init, script, add);
      },
      "Program:exit"() {
        for (const { name, at, fields } of stores)
          emit.owner({
            source: "device-database",
            name,
            kind: "web-storage",
            at,
            fields: fields.length > 0 ? fields : [{ name, at }],
          });
      },
    };
  },
});

function methodName({ property }: TSESTree.MemberExpression): string {
  return property.type === "Identifier" ? property.name : "";
}

/** `const store = db.createObjectStore("patients")` */
function variableOfResult({ parent }: TSESTree.CallExpression): string | null {
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  return parent.type === "AssignmentExpression" && parent.left.type === "Identifier" ? parent.left.name : null;
}

/** `{ keyPath: "id" }`, `{ keyPath: ["user", "date"] }` */
function keyPaths(node: TSESTree.Node | undefined): FieldDraft[] {
  const path = propertiesOf(node).members.find(({ name }) => name === "keyPath")?.value;
  return texts(path);
}

function texts(node: TSESTree.Node | undefined): FieldDraft[] {
  if (node?.type === "ArrayExpression") return node.elements.flatMap((element) => (element ? texts(element) : []));
  const name = stringValue(node);
  return node && name ? [{ name, at: [node.range[0] + 1, node.range[1] - 1] }] : [];
}

/** `store.createIndex("by-email", "email")`, also right behind the store's creation. */
function indexOf(node: TSESTree.CallExpression, made: ReadonlyMap<string, Store>, stores: readonly Store[]): void {
  const [name, path] = node.arguments;
  const path_ = node.callee.type === "MemberExpression" ? calleePath(node.callee.object) : null;
  const store = (path_ && made.get(path_.at(-1)!)) ?? stores.at(-1);
  if (!store) return;
  const fields = texts(path);
  for (const field of fields.length > 0 ? fields : texts(name)) {
    if (!store.fields.some((known) => known.name === field.name)) store.fields.push(field);
  }
}

/** `db.version(1).stores({ friends: "++id, name, &email, *tags, [first+last]" })` */
function dexie(node: TSESTree.CallExpression, add: (name: Key, fields: FieldDraft[]) => unknown): void {
  for (const { name, key, value } of propertiesOf(node.arguments[0]).members) {
    const schema = stringValue(value);
    if (schema === null) continue;
    add({ text: name, at: key.range }, dexieFields(schema, value.range[0] + 1));
  }
}

function dexieFields(schema: string, offset: number): FieldDraft[] {
  const fields: FieldDraft[] = [];
  for (const match of schema.matchAll(/[A-Za-z_$][\w$.]*/g)) {
    const [name] = match;
    const at = offset + match.index;
    if (!fields.some((known) => known.name === name)) fields.push({ name, at: [at, at + name.length] });
  }
  return fields;
}

const COLUMN_TYPES: Readonly<Record<string, ValueType>> = { string: "string", number: "number", boolean: "boolean" };

/** `tableSchema({ name: "posts", columns: [{ name: "title", type: "string" }] })` */
function watermelon(
  node: TSESTree.CallExpression,
  script: Script,
  add: (name: Key | undefined, fields: FieldDraft[]) => unknown,
): void {
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
function realm(
  node: TSESTree.Node | null,
  script: Script,
  add: (name: Key | undefined, fields: FieldDraft[]) => unknown,
): void {
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
