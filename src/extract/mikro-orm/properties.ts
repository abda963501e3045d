import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { stringValue, type Script, type valueTypeOf } from "../estree/index.js";
import { columnType } from "../sql/column-type.js";
import { namedRecord, optionsIn } from "../stores/members.js";
import { constructedType } from "../typeorm/columns.js";

type Declared = ReturnType<typeof valueTypeOf>;
type Value = Omit<FieldDraft, "name" | "at">;

/** What the options of a scalar property say, beside the annotation: `{ fieldName, type, columnType, items, unique, comment }`. */
export function scalarProperty(
  options: ReadonlyMap<string, TSESTree.Node>,
  declared: Declared | null,
  script: Script,
): Value {
  const told = typeOf(options.get("columnType")) ?? typeOf(options.get("type"));
  const members = optionsIn(options.get("items") ?? options.get("enum"), script);
  const choices = members.length > 0 ? members : (declared?.options ?? []);
  const storedAs = stringValue(options.get("fieldName") ?? options.get("name"));
  const comment = stringValue(options.get("comment"));
  const list = declared?.list || isTrue(options.get("array"));
  const type = told && told.type !== "unknown" ? told.type : (declared?.type ?? "unknown");
  const isChoice = choices.length > 0 || options.has("items");
  return {
    type: isChoice ? "enum" : type === "relation" ? "unknown" : type,
    ...(list && { list }),
    ...(declared?.target && !isChoice && { target: declared.target }),
    hints: {
      ...(storedAs && { storedAs }),
      ...(told?.validators && { validators: told.validators }),
      ...(comment && { comment }),
      ...(choices.length > 0 && { options: choices }),
      ...(isTrue(options.get("primary")) && { primaryKey: true }),
      ...(isTrue(options.get("unique")) && { unique: true }),
    },
  };
}

function typeOf(node: TSESTree.Node | undefined): ReturnType<typeof columnType> | null {
  const written = stringValue(node);
  if (written !== null) return columnType(written);
  // `type: types.string`, `type: () => String`.
  if (node?.type === "MemberExpression" && node.property.type === "Identifier") return columnType(node.property.name);
  const name = node && namedRecord(node)?.name;
  const constructed = name ? constructedType(name) : null;
  return constructed && { type: constructed };
}

/** A relation to the record that the first argument or the option `entity` names. */
export function relationProperty(
  kind: string,
  first: TSESTree.Node | undefined,
  options: ReadonlyMap<string, TSESTree.Node>,
  declared: Declared | null,
): Value {
  const named = first?.type === "ObjectExpression" ? options.get("entity") : (first ?? options.get("entity"));
  const target = namedRecord(named)?.name ?? declared?.target;
  const storedAs = stringValue(options.get("fieldName") ?? options.get("joinColumn"));
  return {
    type: "relation",
    ...(/(?:ToMany|:m|m:n)$/i.test(kind) && { list: true }),
    ...(target && { target }),
    hints: { ...(storedAs && { storedAs }) },
  };
}

function isTrue(node: TSESTree.Node | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}
