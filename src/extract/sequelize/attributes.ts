import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, FieldDraft } from "../collector.js";
import { calleePath, commentBefore, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { membersOf, namedRecord, optionsIn, resolved } from "../stores/members.js";
import { readDataType, readValidate } from "./types.js";

export interface ReadAttributes {
  readonly fields: readonly FieldDraft[];
  readonly bases: readonly BaseDraft[];
  /** How many of the members look like attributes: an object in which none does is something else. */
  readonly recognised: number;
}

/** `{ email: { type: DataTypes.STRING, unique: true }, name: DataTypes.STRING, ...shared }`. */
export function readAttributes(node: TSESTree.Node | null | undefined, script: Script, depth = 0): ReadAttributes {
  const fields: FieldDraft[] = [];
  const bases: BaseDraft[] = [];
  let recognised = 0;
  const { members, spreads } = propertiesOf(resolved(node, script));
  for (const spread of spreads) {
    const known = resolved(spread, script);
    const inner = known?.type === "ObjectExpression" && depth < 4 ? readAttributes(known, script, depth + 1) : null;
    const path = calleePath(spread);
    if (inner) {
      fields.push(...inner.fields);
      bases.push(...inner.bases);
      recognised += inner.recognised;
    } else if (path && !path.includes("()")) bases.push({ name: path.join("."), at: spread.range });
  }
  for (const { name, key, value } of members) {
    const read = readAttribute(value, script);
    if (read) recognised++;
    if (read === "virtual") continue;
    const comment = commentBefore(script, key.range[0]);
    const hints = { ...(comment && { comment }), ...read?.hints };
    fields.push({ type: "unknown", ...read, name, at: key.range, ...(Object.keys(hints).length > 0 && { hints }) });
  }
  return { fields, bases, recognised };
}

type Attribute = Omit<FieldDraft, "name" | "at">;

/** Null where nothing says that this is an attribute. */
export function readAttribute(value: TSESTree.Node, script: Script): Attribute | "virtual" | null {
  const node = resolved(value, script);
  if (node?.type !== "ObjectExpression") {
    const plain = stringValue(value) === null ? readDataType(value, script) : null;
    if (!plain) return null;
    if (plain.virtual) return "virtual";
    return { type: plain.type, ...(plain.list && { list: true }), ...hinted(plain.validators ?? [], plain.options) };
  }
  const options = membersOf(node);
  const told = readDataType(options.get("type"), script);
  if (!told) return null;
  if (told.virtual) return "virtual";
  const validate = readValidate(options.get("validate"), script);
  const members = [told.options, optionsIn(options.get("values"), script), validate.options].find(
    ({ length }) => length > 0,
  );
  const { hints } = hinted([...(told.validators ?? []), ...validate.validators], members ?? []);
  return {
    type: told.type,
    ...(told.list && { list: true }),
    hints: { ...hints, ...constraints(options) },
  };
}

function hinted(validators: readonly string[], options: readonly string[]): Pick<FieldDraft, "hints"> {
  if (validators.length + options.length === 0) return {};
  return { hints: { ...(validators.length > 0 && { validators }), ...(options.length > 0 && { options }) } };
}

function constraints(options: ReadonlyMap<string, TSESTree.Node>): FieldDraft["hints"] {
  const storedAs = stringValue(options.get("field"));
  const comment = stringValue(options.get("comment"));
  const references = options.get("references");
  const target =
    references?.type === "ObjectExpression" ? tableIn(membersOf(references)) : namedRecord(references)?.name;
  return {
    ...(storedAs && { storedAs }),
    ...(comment && { comment }),
    ...(isSet(options.get("primaryKey")) && { primaryKey: true }),
    ...(isSet(options.get("unique")) && { unique: true }),
    ...(target && { references: target }),
    ...(/^cascade$/i.test(stringValue(options.get("onDelete")) ?? "") && { cascades: true }),
  };
}

/** `references: { model: "users", key: "id" }`, `{ model: User }`, `{ model: { tableName: "users" } }`, `{ table: "users" }`. */
function tableIn(references: ReadonlyMap<string, TSESTree.Node>): string | undefined {
  const model = references.get("model") ?? references.get("table");
  if (model?.type === "ObjectExpression") return stringValue(membersOf(model).get("tableName")) ?? undefined;
  return namedRecord(model)?.name;
}

/** `true`, a name for the key, or a message: anything but absent or false. */
function isSet(node: TSESTree.Node | undefined): boolean {
  return node !== undefined && !(node.type === "Literal" && node.value === false);
}
