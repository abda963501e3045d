import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import { calleePath, keyName, stringValue, type Script } from "../estree/index.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, optionsIn } from "../stores/members.js";

export interface SequelizeType {
  /** Computed on reading, never stored. */
  readonly virtual: boolean;
  readonly type: ValueType;
  readonly list: boolean;
  readonly options: readonly string[];
  readonly validators?: readonly string[];
}

/** Types that SQL has not. */
const OWN_TYPES = new Set(["ARRAY", "VIRTUAL", "RANGE", "ABSTRACT", "TSVECTOR", "HSTORE"]);

/** `DataTypes.STRING(80)`, `Sequelize.ENUM("a", "b")`, `DataType.ARRAY(DataType.TEXT)`, `INTEGER.UNSIGNED`, `"STRING"`; null for anything else. */
export function readDataType(node: TSESTree.Node | null | undefined, script: Script, depth = 0): SequelizeType | null {
  if (!node || depth > 4) return null;
  const written = stringValue(node);
  if (written !== null) {
    const told = columnType(written);
    return told.type === "unknown" ? null : { virtual: false, list: false, options: [], ...told };
  }
  const path = calleePath(node)?.filter((part) => part !== "()");
  const word = path?.find((part) => /^[A-Z][A-Z0-9_]*$/.test(part));
  if (!word || (columnType(word).type === "unknown" && !OWN_TYPES.has(word))) return null;
  const given = node.type === "CallExpression" ? node.arguments : [];
  if (word === "ARRAY") {
    const inner = given[0] ? readDataType(given[0], script, depth + 1) : null;
    return { virtual: false, options: [], type: "unknown", ...inner, list: true };
  }
  if (word === "ENUM") return { virtual: false, type: "enum", list: false, options: enumOptions(given, script) };
  return { virtual: word === "VIRTUAL", list: false, options: [], ...columnType(word) };
}

/** `ENUM("a", "b")`, `ENUM(["a", "b"])`, `ENUM(...Object.values(Kind))`, `ENUM({ values: [...] })`. */
function enumOptions(given: readonly TSESTree.CallExpressionArgument[], script: Script): string[] {
  return given.flatMap((one) => {
    const text = stringValue(one);
    return text !== null ? [text] : optionsIn(one.type === "SpreadElement" ? one.argument : one, script);
  });
}

/** `validate: { isEmail: true, isIn: [["a", "b"]] }`: names of the validators, and the members of a list to choose from. */
export function readValidate(
  node: TSESTree.Node | undefined,
  script: Script,
): { validators: string[]; options: string[] } {
  const members = membersOf(node);
  const names = [...members.keys()].filter((name) => /^is[A-Z]/.test(name) && name !== "isIn");
  const isIn = members.get("isIn");
  const list = isIn?.type === "ObjectExpression" ? argsOf(isIn) : isIn;
  const first = list?.type === "ArrayExpression" ? list.elements[0] : null;
  return {
    validators: names.map((name) => name.slice(2).toLowerCase()),
    options:
      first && first.type !== "Literal"
        ? optionsIn(first.type === "SpreadElement" ? first.argument : first, script)
        : [],
  };
}

function argsOf(node: TSESTree.ObjectExpression): TSESTree.Node | undefined {
  const property = node.properties.find((one) => one.type === "Property" && keyName(one) === "args");
  return property?.type === "Property" ? property.value : undefined;
}
