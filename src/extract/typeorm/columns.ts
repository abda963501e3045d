import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Hints, ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { stringValue, type Script, type valueTypeOf } from "../estree/index.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, optionsIn } from "../stores/members.js";

type Declared = ReturnType<typeof valueTypeOf>;
export type ColumnValue = Pick<FieldDraft, "type" | "list" | "target"> & { readonly hints: Hints };

/** Constructors given for a type: `type: String`, `() => Number`. */
const CONSTRUCTORS: ReadonlyMap<string, ValueType> = new Map([
  ["String", "string"],
  ["Number", "number"],
  ["Boolean", "boolean"],
  ["Date", "date"],
  ["Buffer", "bytes"],
  ["Object", "json"],
  ["Array", "json"],
]);

export function constructedType(name: string): ValueType | null {
  return CONSTRUCTORS.get(name) ?? null;
}

/** What the options of a column and the annotation of its property say together; the options win, being what is stored. */
export function readColumnOptions(
  type: TSESTree.Node | null,
  options: ReadonlyMap<string, TSESTree.Node>,
  declared: Declared | null,
  script: Script,
): ColumnValue {
  const storedAs = stringValue(options.get("name"));
  const comment = stringValue(options.get("comment"));
  const members = optionsIn(options.get("enum"), script);
  const told = typeOf(type ?? options.get("type") ?? null);
  const list = told.list || declared?.list || isTrue(options.get("array")) || isTrue(options.get("isArray"));
  const choices = members.length > 0 ? members : (declared?.options ?? []);
  return {
    ...valueOf(told.type, choices.length > 0 || options.has("enum"), declared),
    ...(list && { list }),
    hints: {
      ...(storedAs && { storedAs }),
      ...(told.validators && { validators: told.validators }),
      ...(comment && { comment }),
      ...(choices.length > 0 && { options: choices }),
      ...(isTrue(options.get("unique")) && { unique: true }),
      ...(isTrue(options.get("primary")) && { primaryKey: true }),
    },
  };
}

function valueOf(
  told: ValueType | null,
  enumerated: boolean,
  declared: Declared | null,
): Pick<FieldDraft, "type" | "target"> {
  if (enumerated) return { type: "enum" };
  // A property typed by a name of its own keeps that name: its shape may be declared elsewhere.
  const target = declared?.target && { target: declared.target };
  if (told && told !== "unknown") return { type: told, ...(told === "json" && target) };
  const type = declared?.type ?? "unknown";
  return type === "relation" ? { type: "unknown", ...target } : { type };
}

function typeOf(node: TSESTree.Node | null): {
  type: ValueType | null;
  list: boolean;
  validators?: readonly string[];
} {
  const written = stringValue(node);
  if (written !== null) {
    if (written === "simple-array") return { type: "string", list: true };
    if (written === "simple-json") return { type: "json", list: false };
    if (written === "simple-enum") return { type: "enum", list: false };
    return { list: false, ...columnType(written) };
  }
  return { type: node?.type === "Identifier" ? constructedType(node.name) : null, list: false };
}

export function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}

export function optionsAmong(nodes: readonly TSESTree.Node[]): ReadonlyMap<string, TSESTree.Node> {
  return membersOf(nodes.find(({ type }) => type === "ObjectExpression"));
}
