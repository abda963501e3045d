import { ancestorsOf, attributeOf, tidy, valueOf, wordsOf, type Attribute, type Element } from "../markup/index.js";
import type { Range } from "../source-text.js";
import type { InputKind } from "./inputs.js";

export interface FieldName {
  readonly name: string;
  readonly at: Range;
  /** Whether the element says its name itself; else it was told from an id, a binding or its type. */
  readonly own: boolean;
}

/** Attributes that give a field's name, in order of how surely. Vue writes `:name`, Angular `[name]` where the value is an expression. */
const NAME = ["name", ":name", "v-bind:name", "[name]", "[attr.name]"];
const CONTROL = ["formControlName", "[formControlName]", "[formControl]"];
const MODEL =
  /^(?:v-model(?::\w+)?(?:\.\w+)*|\[\(ngModel\)\]|\[\(value\)\]|ng-model|data-ng-model|bind:(?:value|checked|group|files|date|selected))$/;
const FIELD = ["path", "fieldName", "field-name", "dataIndex", "field"];
const ID = ["id", "inputId", "input-id", ":id", "[id]"];
const VALUE = [
  "value",
  "checked",
  "selected",
  "defaultValue",
  "defaultChecked",
  "selectedDate",
  "date",
  ":value",
  "[value]",
  "valueSelected",
];
const CHANGE =
  /^(?:on[A-Z:]\w*(?:hange|nput|elect|pdate|lur|alue|ext|ick|oggle)\w*|onInput|onPress|defaultValue|@\w|v-on|\((?:change|input|blur|ngModelChange|selectionChange)\)|on:\w|set[A-Z]\w*|handle[A-Z]\w*|ref)/;
const NAMING_TYPES = new Set(["email", "tel", "password"]);

/** Roots of a bound path that say nothing of the record. */
const GENERIC_ROOT =
  /^(?:this|self|state|\$?data|form|formData|formState|formValues|values?|model|fields?|input|inputs|local\w*|vm|ctrl|\$ctrl|payload|params|controls|f|item|props|modelValue|reactive)$/;

/** The name of the datum an input takes; null when it has none to tell. */
export function fieldNameOf(element: Element, kind: InputKind): FieldName | null {
  const spread = element.attributes.find(({ name, value }) => name === "..." && value);
  const own =
    fromText(attributeOf(element, ...NAME)) ??
    (spread ? fromText(spread) : null) ??
    fromControl(element) ??
    (kind === "component" ? fromText(attributeOf(element, ...FIELD)) : null);
  if (own) return { name: prefixOf(element) + own.name, at: placeOf(own, element), own: true };
  const told =
    fromModel(element) ?? fromId(element) ?? (kind === "prompted" ? null : (fromValue(element) ?? fromType(element)));
  return told && { ...told, own: false };
}

type Told = Omit<FieldName, "own">;

/** A name that a hook brings in from elsewhere stands here all the same when the id repeats it. */
function placeOf({ name, at }: Told, { range, attributes }: Element): Range {
  if (at[0] >= range[0] && at[1] <= range[1]) return at;
  return attributes.find(({ value, expression }) => value === name && expression === undefined)?.valueRange ?? at;
}

function fromText(attribute: Attribute | null): Told | null {
  if (!attribute) return null;
  const { value, valueRange, expression } = attribute;
  const bound = /^[:[]|^v-bind/.test(attribute.name);
  const text = bound ? textOfBinding(expression ?? value ?? "") : expression !== undefined ? tidy(value ?? "") : value;
  const name = tidy(text ?? "");
  return name && name.length <= 200 ? { name, at: valueRange } : null;
}

/** `'email'`, `` `address.${key}` `` and a plain path in a binding; anything else is not told. */
function textOfBinding(expression: string): string | null {
  const source = expression.trim();
  const quoted = /^(['"`])([^'"`]*)\1$/.exec(source);
  if (quoted) return tidy(quoted[2]!.replace(/\$\{[^}]*\}/g, "\0"));
  const joined = /^(['"])([^'"]+)\1\s*\+/.exec(source);
  if (joined) return tidy(joined[2]!);
  return /^[\w$.]{1,80}$/.test(source) ? source : null;
}

function fromControl(element: Element): Told | null {
  const attribute = attributeOf(element, ...CONTROL);
  if (!attribute) return null;
  const source = (attribute.expression ?? attribute.value ?? "").trim();
  if (attribute.name === "formControlName" || attribute.name === "formcontrolname")
    return source ? { name: source, at: attribute.valueRange } : null;
  const member = /\.get\(\s*(['"])([^'"]+)\1\s*\)|\[\s*(['"])([^'"]+)\3\s*\]|([\w$]+)\s*(?:\(\))?\s*[!?]?$/.exec(
    source,
  );
  const name = member?.[2] ?? member?.[4] ?? member?.[5];
  return name ? { name, at: attribute.valueRange } : null;
}

/** Angular groups its controls: `formGroupName="address"` around `formControlName="city"`. */
function prefixOf(element: Element): string {
  if (!attributeOf(element, "formControlName")) return "";
  const groups: string[] = [];
  for (const ancestor of ancestorsOf(element)) {
    const group = valueOf(ancestor, "formGroupName", "formArrayName");
    if (group) groups.unshift(`${group}.`);
  }
  return groups.join("");
}

function fromModel(element: Element): Told | null {
  for (const { name, value, expression, valueRange, range } of element.attributes) {
    if (!MODEL.test(name)) continue;
    // Svelte's shorthand `bind:email` has no value: the property is the variable.
    const path = pathOf(expression ?? value ?? "");
    if (path) return { name: path, at: value === null && expression === undefined ? range : valueRange };
  }
  return null;
}

/** `form.address.city` is `address.city`; `user.email` stays whole, for whose e-mail it is matters. */
function pathOf(expression: string): string | null {
  const source = expression
    .trim()
    .replace(/\?\.|!\.|!$/g, (mark) => (mark === "!" ? "" : "."))
    .replace(/\[\s*(['"])([^'"]*)\1\s*\]/g, ".$2")
    .replace(/\[[^\]]*\]/g, "");
  if (!/^[\w$.-]{1,100}$/.test(source) || /^[\d.]/.test(source)) return null;
  const segments = source.split(".").filter(Boolean);
  while (segments.length > 1 && (GENERIC_ROOT.test(segments[0]!) || segments[0]!.startsWith("$"))) segments.shift();
  if (segments.length > 1 && segments.at(-1) === "value") segments.pop();
  const path = segments.join(".");
  return /^(?:true|false|null|undefined|value|modelValue|v|e|x|i|local|inputValue|internalValue)$/.test(path)
    ? null
    : path;
}

function fromId(element: Element): Told | null {
  const attribute = attributeOf(element, ...ID);
  if (!attribute) return null;
  // An id made by code (`useId()`, `${prefix}-input`) is no name.
  if (attribute.expression !== undefined && !attribute.value) return null;
  return fromText(attribute);
}

function fromValue(element: Element): Told | null {
  // A value that nothing here changes is shown, not asked for.
  const changes = element.attributes.some(({ name }) => CHANGE.test(name));
  if (!changes || attributeOf(element, "readOnly", "readonly")) return null;
  // The value of a radio button or checkbox is one of its options.
  const choice = /^(?:radio|checkbox|switch)$/i.test(valueOf(element, "type") ?? wordsOf(element.tag).at(-1) ?? "");
  for (const name of VALUE) {
    if (choice && /value/i.test(name)) continue;
    const attribute = attributeOf(element, name);
    const path =
      attribute?.expression === undefined && !name.startsWith(":") && !name.startsWith("[")
        ? null
        : attribute && pathOf(attribute.expression ?? attribute.value ?? "");
    if (attribute && path) return { name: path, at: attribute.valueRange };
  }
  const reference = attributeOf(element, "ref");
  const named = /^([\w$]+?)(?:Input|Field|El|Element)?Ref$/.exec(reference?.expression ?? "");
  return reference && named && !/^(?:input|forwarded|inner|local|field|_?)$/.test(named[1]!)
    ? { name: named[1]!, at: reference.valueRange }
    : null;
}

/** An input that says nothing but its type still takes that. */
function fromType(element: Element): Told | null {
  const type = attributeOf(element, "type");
  const value = type?.expression === undefined ? type?.value?.toLowerCase() : undefined;
  return type && value && NAMING_TYPES.has(value)
    ? { name: value, at: type.valueRange }
    : fromTemplateReference(element);
}

/** `<mat-slide-toggle #newsletter>`. */
function fromTemplateReference(element: Element): Told | null {
  const reference = element.attributes.find(
    ({ name }) => /^#[a-zA-Z]\w*$/.test(name) && !/(?:input|picker|select|field|auto\w*|area|el|ref)$/i.test(name),
  );
  return reference ? { name: reference.name.slice(1), at: reference.range } : null;
}
