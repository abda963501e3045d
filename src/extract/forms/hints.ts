import type { Hints, ValueType } from "../../model/index.js";
import { ancestorsOf, attributeOf, elementsOf, textOf, valueOf, wordsOf, type Element } from "../markup/index.js";
import { isFormTag, wordsOfInput } from "./inputs.js";

const LABELS = [
  "label",
  "labelText",
  "aria-label",
  "ariaLabel",
  "legendText",
  "legend",
  "floatingLabel",
  "placeholder",
  "placeholderText",
  "title",
  "caption",
  "hint",
  "helperText",
  "tooltip",
];
const LABEL_NAMES = LABELS.flatMap((name) => [name, `:${name}`, `v-bind:${name}`, `[${name}]`, `[attr.${name}]`]);
const MOST_OPTIONS = 40;

/** Labels of a document by the id of the input they are for. */
export function labelsById(elements: Iterable<Element>): Map<string, string> {
  const labels = new Map<string, string>();
  for (const element of elements) {
    const id = isLabel(element) ? valueOf(element, "for", "htmlFor", ":for", "[for]") : null;
    if (id && !labels.has(id)) labels.set(id, words(textOf(element)));
  }
  return labels;
}

/** What stands around an input and tells its meaning. */
export function hintsOf(element: Element, labels: ReadonlyMap<string, string>): Hints {
  const autocomplete = staticValue(element, "autocomplete", "autoComplete");
  const inputType = inputTypeOf(element);
  const label = labelOf(element, labels);
  const options = optionsOf(element);
  return {
    ...(autocomplete && { autocomplete: autocomplete.toLowerCase() }),
    ...(inputType && { inputType }),
    ...(label && { label }),
    ...(options.length > 0 && { options }),
  };
}

const HTML_TYPES = new Set(
  (
    "text email tel password number date datetime-local month time week url search file checkbox radio range color hidden " +
    "select textarea"
  ).split(" "),
);

function inputTypeOf(element: Element): string | null {
  const type = staticValue(element, "type", "inputType");
  if (type && HTML_TYPES.has(type.toLowerCase())) return type.toLowerCase();
  const tag = element.tag.toLowerCase();
  return tag === "textarea" || tag === "select" ? tag : null;
}

function staticValue(element: Element, ...names: string[]): string | null {
  const attribute = attributeOf(element, ...names);
  return attribute?.value || null;
}

/** Its own label, the one written for it, the one around it, the one right before it. */
function labelOf(element: Element, labels: ReadonlyMap<string, string>): string | null {
  const id = valueOf(element, "id", "inputId");
  const own = id ? labels.get(id) : undefined;
  return own || attributeLabel(element, 0, 3) || labelAround(element) || attributeLabel(element, 3);
}

/** The first of the label attributes that says something; those after the third say less than a label element would. */
function attributeLabel(element: Element, from: number, to = LABELS.length): string | null {
  for (const name of LABEL_NAMES.slice(from * 5, to * 5)) {
    const attribute = attributeOf(element, name);
    const { value, expression } = attribute ?? { value: null };
    const text = words(value || (expression && /['"]/.test(expression) ? expression : ""));
    if (text) return text;
  }
  return null;
}

const NEAREST_ANCESTORS = 4;
const SIBLINGS_BEFORE = 3;

function labelAround(element: Element): string | null {
  let inner = element;
  let steps = 0;
  for (const ancestor of ancestorsOf(element)) {
    if (isLabel(ancestor)) return words(textOf(ancestor)) || null;
    const before = labelBefore(ancestor, inner);
    if (before) return before;
    if (isFormTag(ancestor) && !/item$/i.test(ancestor.tag)) return null;
    // <Form.Item label>, <el-form-item label>, <FieldSet legend>
    if (/(?:item|field|group|control|row|wrapper|set)$/i.test(ancestor.tag)) {
      const text = attributeLabel(ancestor, 0, 3);
      if (text) return text;
    }
    if (++steps >= NEAREST_ANCESTORS) return null;
    inner = ancestor;
  }
  return null;
}

/** A label among the few siblings before an element, looking also one level into them. */
function labelBefore(parent: Element, child: Element): string | null {
  const index = parent.children.indexOf(child);
  for (let at = index - 1; at >= Math.max(0, index - SIBLINGS_BEFORE); at--) {
    const sibling = parent.children[at]!;
    if (holdsInput(sibling)) return null;
    const label = isLabel(sibling) ? sibling : sibling.children.slice(0, SIBLINGS_BEFORE).find(isLabel);
    const text = label ? words(textOf(label)) : "";
    if (text) return text;
  }
  return null;
}

function holdsInput(element: Element): boolean {
  return [element, ...element.children].some(({ tag }) => /^(?:input|select|textarea)$|-select$/i.test(tag));
}

function isLabel({ tag }: Element): boolean {
  const last = wordsOf(tag).at(-1);
  return last === "label" || last === "legend";
}

/** Takes the text out of what templates wrap it in: `{{ "email" | translate }}`, `$t('email')`. */
export function words(text: string): string {
  const plain = text
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!/[{}()|<%`]|^['"]/.test(plain)) return plain.replace(/[\s:*]+$/, "");
  const quoted = [...plain.matchAll(/'([^'\n]{1,100})'|"([^"\n]{1,100})"/g)].map(
    ([, single, double]) => single ?? double ?? "",
  );
  if (quoted.length > 0) return quoted[0]!;
  // Of an expression without words nothing is known: `{{ field.label }}`, `option.name`.
  return plain
    .replace(/\{\{[^}]*\}?\}|<%[^%]*%>|#?\{[^}]*\}|`/g, " ")
    .replace(/[{}<>()]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[\s:*]+$/, "")
    .trim();
}

function optionsOf(element: Element): string[] {
  const options = new Set<string>();
  if (element.children.length === 0 || valueTypeOfInput(element) !== "enum") return [];
  for (const child of elementsOf({ roots: element.children })) {
    const last = wordsOf(child.tag).at(-1) ?? "";
    if (/^(?:option|item|radio|button|toggle)$/.test(last) && child.tag !== "button" && child.tag !== "Button") {
      const attribute = attributeOf(child, "value");
      const value = attribute ? (attribute.expression === undefined ? attribute.value : null) : textOf(child);
      if (value && value.length <= 100 && !/[{}<>]/.test(value)) options.add(value);
    }
    if (options.size >= MOST_OPTIONS) break;
  }
  return [...options];
}

const TYPES: Readonly<Record<string, ValueType>> = {
  checkbox: "boolean",
  number: "number",
  range: "number",
  date: "date",
  "datetime-local": "date",
  month: "date",
  time: "date",
  week: "date",
  file: "file",
  radio: "enum",
  select: "enum",
};

/** The type of the value an input gives. */
export function valueTypeOfInput(element: Element): ValueType {
  const type = inputTypeOf(element) ?? "";
  if (Object.hasOwn(TYPES, type)) return TYPES[type]!;
  const last = wordsOfInput(element.tag).slice(-2).join(" ");
  if (/switch|toggle|check ?box$/.test(last)) return "boolean";
  if (/(?:date|time) ?picker|calendar$/.test(last)) return "date";
  if (/upload|dropzone/.test(last)) return "file";
  if (/select|radio|combo ?box|dropdown/.test(last)) return "enum";
  return "string";
}
