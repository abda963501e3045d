import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { AssignmentFact } from "../../model/index.js";
import { propertiesOf, typeName, unwrap, type Script } from "../estree/index.js";
import { propertyName } from "../flows/functions.js";
import { recordOf } from "../operations/record-of.js";
import { resolved } from "../stores/members.js";

/** A value given to a field of a record; with an empty path, to the record as a whole. */
export interface AssignmentDraft extends Pick<AssignmentFact, "record" | "from" | "path"> {
  readonly value: TSESTree.Node;
  readonly at: TSESTree.Range;
}

type Target = Pick<AssignmentDraft, "record" | "from">;

/** Methods that write records, and whether no other kind of object has them. */
const WRITES: ReadonlyMap<string, boolean> = new Map([
  ["createMany", true],
  ["insertOne", true],
  ["insertMany", true],
  ["upsert", true],
  ["updateMany", true],
  ["updateOne", true],
  ["findOrCreate", true],
  ["findOneAndUpdate", true],
  ["findByIdAndUpdate", true],
  ["create", false],
  ["insert", false],
  ["save", false],
  ["update", false],
  ["build", false],
  ["preload", false],
]);

/** Members of an argument under which the data lie. */
const DATA = new Set(["data", "create", "update", "defaults", "$set", "set", "values"]);
const MAX_DEPTH = 3;

/** The fields that an expression fills in. */
export function assignmentsAt(node: TSESTree.Node, script: Script): AssignmentDraft[] {
  switch (node.type) {
    case "CallExpression":
      return written(node, script);
    case "NewExpression": {
      const { callee } = node;
      const [first] = node.arguments;
      if (callee.type !== "Identifier" || !first || !/^[A-Z][a-z]/.test(callee.name)) return [];
      return unwrap(first).type === "ObjectExpression" ? filled(first, { record: callee.name, from: "type" }) : [];
    }
    case "VariableDeclarator": {
      const annotation = node.id.typeAnnotation?.typeAnnotation;
      if (annotation?.type !== "TSTypeReference" || node.init?.type !== "ObjectExpression") return [];
      return filled(node.init, { record: typeName(annotation.typeName), from: "type" });
    }
    default:
      return [];
  }
}

function written(node: TSESTree.CallExpression, script: Script): AssignmentDraft[] {
  const { callee } = node;
  const method = callee.type === "MemberExpression" ? propertyName(callee) : null;
  if (callee.type !== "MemberExpression" || method === null) return [];
  const [first] = node.arguments;
  if (method === "values" || method === "set") {
    const table = first && tableBefore(callee.object);
    return table ? filled(resolved(first, script) ?? first, { record: table, from: "model" }) : [];
  }
  const sure = WRITES.get(method);
  const record = sure === undefined ? null : recordOf(callee, node, sure, script);
  if (!record) return [];
  const given = record.fromArgument ? node.arguments.slice(1) : node.arguments;
  const target: Target = { record: record.name, from: "model" };
  return given.slice(0, 2).flatMap((argument) => {
    const { members } = propertiesOf(argument);
    const parts = members.filter(({ name }) => DATA.has(name));
    if (parts.length > 0) return parts.flatMap(({ value }) => filled(resolved(value, script) ?? value, target));
    return filled(resolved(argument, script) ?? argument, target);
  });
}

/** `db.insert(users).values()`, `db.update(users).set()`, `db.insertInto("user").values()`. */
function tableBefore(node: TSESTree.Node): string | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const method = propertyName(node.callee) ?? "";
  const [table] = node.arguments;
  if (!/^(?:insert|update|insertInto|updateTable)$/.test(method) || !table) return null;
  if (table.type === "Identifier") return table.name;
  if (table.type === "MemberExpression") return propertyName(table);
  return table.type === "Literal" && typeof table.value === "string" ? table.value : null;
}

function filled(node: TSESTree.Node, target: Target, path: readonly string[] = []): AssignmentDraft[] {
  const object = unwrap(node);
  if (object.type === "ArrayExpression" && object.elements[0]) return filled(object.elements[0], target, path);
  if (object.type !== "ObjectExpression") return [{ ...target, path, value: object, at: object.range }];
  if (path.length > MAX_DEPTH) return [];
  const spreads = object.properties.flatMap((property) =>
    property.type === "SpreadElement"
      ? [{ ...target, path, value: property.argument, at: property.argument.range }]
      : [],
  );
  const members = propertiesOf(object).members.flatMap(({ name, key, value }) =>
    unwrap(value).type === "ObjectExpression"
      ? filled(value, target, [...path, name])
      : [{ ...target, path: [...path, name], value, at: key.range }],
  );
  return [...spreads, ...members];
}
