import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, keyName, propertiesOf, stringValue } from "../estree/index.js";
import { componentOf, wordsFromExpression } from "../markup/index.js";
import type { Range } from "../source-text.js";

interface Form {
  readonly at: Range;
  readonly fields: FieldDraft[];
}

export default defineEstreeCollector({
  id: "form-configs",
  recognises:
    'inputs described as data: `{ name: "email", type: "email", label: "E-mail" }` in lists and definitions of fields',
  trigger: /\b(?:type|inputType|fieldType|component|control|widget)\s*:\s*/,
  visit(script, emit) {
    const forms = new Map<string, Form>();
    const add = (holder: TSESTree.Node, fields: readonly FieldDraft[]): void => {
      if (fields.length === 0) return;
      const name =
        componentOf(holder) ?? nameAround(holder)?.name ?? script.source.file.split("/").pop()!.split(".")[0]!;
      const form = forms.get(name) ?? { at: holder.range, fields: [] };
      form.fields.push(...fields);
      forms.set(name, form);
    };
    return {
      ArrayExpression(node) {
        const described = node.elements.flatMap((element) => (element ? (describe(element) ?? []) : []));
        if (described.length === 0 || !isForm(node, described)) return;
        add(
          node,
          described.map(({ field }) => field),
        );
      },
      ObjectExpression(node) {
        if (node.parent.type === "ArrayExpression") return;
        const named = nameAround(node);
        if (!named || named.holder !== node.parent || !FIELD_NAME.test(named.name)) return;
        const described = describe(node, true);
        if (described) add(node, [described.field]);
      },
      "Program:exit"() {
        for (const [name, { at, fields }] of forms) emit.owner({ source: "form", name, kind: "input", at, fields });
      },
    };
  },
});

/** Kinds of input that a table's column or a menu has no use for. */
const SURE =
  /^(?:email|password|tel|phone|textarea|text-area|text_area|checkbox|radio|radios|file|upload|hidden|url|autocomplete|combobox|multiselect|multi-select|datepicker|date-picker|switch|toggle)$/i;
/** Kinds that may also be the type of a column. */
const LIKELY =
  /^(?:text|string|number|date|datetime|datetime-local|time|select|dropdown|input|color|range|currency|rating|month|week|boolean)$/i;
const COMPONENT = /(?:Input|Field|Select|Textarea|TextArea|Checkbox|Picker|RadioGroup|Autocomplete|Combobox|Upload)$/;
const PROMPTS =
  /^(?:label|labelText|placeholder|required|isRequired|rules|validation|validate|validators|autoComplete|autocomplete|helperText|hint|maxLength|errorMessage|options|question|floatingLabel)$/;
/** What marks a column, a menu entry or a column of a database instead. */
const NOT_INPUT =
  /^(?:accessor|accessorKey|dataIndex|headerName|cellRenderer|render|renderCell|sortable|width|flex|icon|href|to|path|onClick|action|primaryKey|references|nullable|columnType)$/;
const FIELD_NAME =
  /(?:^|_|[a-z])[fF]ield(?:Definition|Config|Props|Schema|Spec)?$|^(?:input|question)(?:Definition|Config)$/;
const FORM_NAME = /fields?$|inputs?$|forms?$|formSchema|questions$|controls$|formItems$|formConfig/i;

interface Described {
  readonly field: FieldDraft;
  readonly sure: boolean;
}

/** An object that describes an input: with a name, a kind of input and something that a person is told. */
function describe(node: TSESTree.Node, anyType = false): Described | null {
  const { members } = propertiesOf(node);
  if (members.length < 3 || members.some(({ name }) => NOT_INPUT.test(name))) return null;
  const of = new Map(members.map(({ name, value }) => [name, value]));
  const nameNode = ["name", "id", "key", "fieldName", "fieldKey", "field", "dataKey"]
    .map((key) => of.get(key))
    .find((value) => stringValue(value) !== null);
  const name = stringValue(nameNode);
  if (!nameNode || name === null || !/^[\p{L}_][\p{L}\d_.[\]-]{0,80}$/u.test(name)) return null;
  const typeNode = ["inputType", "fieldType", "type", "component", "control", "widget", "as"]
    .map((key) => of.get(key))
    .find(Boolean);
  const type = typeNode ? (stringValue(typeNode) ?? calleePath(typeNode)?.at(-1) ?? "") : "";
  const sure = SURE.test(type) || COMPONENT.test(type);
  if (!sure && !LIKELY.test(type) && !(anyType && type !== "")) return null;
  if (!members.some((member) => PROMPTS.test(member.name))) return null;
  const label = wordsFromExpression(
    of.get("label") ?? of.get("labelText") ?? of.get("question") ?? of.get("placeholder"),
  );
  const autocomplete = stringValue(of.get("autoComplete") ?? of.get("autocomplete"));
  const hints = {
    ...(autocomplete && { autocomplete: autocomplete.toLowerCase() }),
    ...(/^[a-z-]+$/.test(type) && { inputType: type }),
    ...(label && { label: label.slice(0, 200) }),
  };
  return { field: { name, at: [nameNode.range[0] + 1, nameNode.range[1] - 1], type: valueType(type), hints }, sure };
}

function valueType(type: string): ValueType {
  if (/check|switch|toggle|boolean/i.test(type)) return "boolean";
  if (/^(?:number|range|rating|currency)$/i.test(type)) return "number";
  if (/date|time|month|week/i.test(type)) return "date";
  if (/file|upload/i.test(type)) return "file";
  if (/select|radio|dropdown|combobox/i.test(type)) return "enum";
  return "string";
}

/** A list of such objects is a form when its name says so or one of them can be nothing else; most of the list must be of them. */
function isForm({ elements, parent }: TSESTree.ArrayExpression, described: readonly Described[]): boolean {
  if (described.length * 2 < elements.length) return false;
  const name = parent ? (ownName(parent) ?? "") : "";
  return FORM_NAME.test(name) || (described.length > 1 && described.some(({ sure }) => sure));
}

function ownName(node: TSESTree.Node): string | null {
  if (node.type === "VariableDeclarator") return node.id.type === "Identifier" ? node.id.name : null;
  if (node.type === "Property" || node.type === "PropertyDefinition") return keyName(node);
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression") return ownName(node.parent);
  // useMemo(() => [...]), Object.freeze([...])
  if (node.type === "CallExpression" || node.type === "ArrowFunctionExpression")
    return node.parent ? ownName(node.parent) : null;
  return null;
}

/** The nearest variable or property around a node, with its name. */
function nameAround(node: TSESTree.Node): { name: string; holder: TSESTree.Node } | null {
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    if (at.type !== "VariableDeclarator" && at.type !== "Property" && at.type !== "PropertyDefinition") continue;
    const name = ownName(at);
    return name === null ? null : { name, holder: at };
  }
  return null;
}
