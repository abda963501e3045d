import { basename, dirname } from "node:path/posix";
import type { Hints, ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { defineCollector } from "../collector.js";
import { hintsOf, labelsById, valueTypeOfInput } from "../forms/hints.js";
import { formOf, inputKindOf } from "../forms/inputs.js";
import { fieldNameOf, type FieldName } from "../forms/names.js";
import { ancestorsOf, attributeOf, elementsOf, markup, valueOf, wordsOf, type Element } from "../markup/index.js";
import type { Range, SourceText } from "../source-text.js";

type Draft = Omit<FieldDraft, "hints" | "type" | "at"> & { hints: Hints; type: ValueType; at: Range };

interface Form {
  readonly name: string;
  readonly at: Range;
  readonly fields: Map<string, Draft>;
}

export default defineCollector({
  id: "form",
  recognises: "inputs of forms in HTML, JSX, Vue, Svelte, Angular and server templates, by name, binding or id",
  reads: markup,
  // Markup has a tag that opens and one that ends; templates written by indentation have neither, and say what they are by their ending.
  trigger: [
    /<(?:input|select|textarea)\b|\b(?:name|id)=["'{]|\bformcontrol|\bng-?model|\bv-model|\bbind:|\bregister\(|\.\.\.|\b(?:input|select|textarea)\b/i,
    /<[a-z][\w.:-]*[\s>/]|^[ \t]*(?:input|select|textarea|form|\+)/im,
  ],
  collect({ root, source }, emit) {
    const elements = [...elementsOf(root)];
    const labels = labelsById(elements);
    const named = new Map<Element, Named>();
    const forms = new Map<Element | string, Form>();
    for (const element of elements) {
      const kind = inputKindOf(element) ?? (repeatsName(element, named) ? "component" : null);
      const told = kind && fieldNameOf(element, kind);
      const outer = kind && outerOf(element, told, named);
      if (outer) {
        addHints(outer, element, labels);
        if (told && repeatsName(element, named)) outer.at = told.at;
        if (outer.type === "string") outer.type = valueTypeOfInput(element);
      }
      if (!told || outer) continue;
      named.set(element, { told, field: addField(formFor(element, source, forms), element, told, labels) });
    }
    for (const { name, at, fields } of forms.values())
      emit.owner({ source: "form", name, kind: "input", at, fields: [...fields.values()] });
  },
});

interface Named {
  readonly told: FieldName;
  readonly field: Draft;
}

/** The named input around this one that already stands for its datum: `<Field name="email"><Input {...field} id="email"/></Field>`. */
function outerOf(element: Element, told: FieldName | null, named: ReadonlyMap<Element, Named>): Draft | null {
  for (const ancestor of ancestorsOf(element)) {
    const outer = named.get(ancestor);
    if (!outer) continue;
    return !told?.own || outer.told.name === told.name || takesProps(element) ? outer.field : null;
  }
  return null;
}

/**
 * Whether this element says by its own `name` that it takes in what the group around it is about: `<Group name="city"><Box name="city"/>`.
 * The group only shows its label and errors, so the element is the datum's place, whatever it is called.
 */
function repeatsName(element: Element, named: ReadonlyMap<Element, Named>): boolean {
  const name = valueOf(element, "name");
  if (!name) return false;
  for (const ancestor of ancestorsOf(element)) {
    const outer = named.get(ancestor);
    if (outer) return outer.told.own && outer.told.name === name && !isMessage(element);
  }
  return false;
}

/** What tells of a datum and takes none in: `<ErrorMessage name="email"/>`. */
function isMessage({ tag }: Element): boolean {
  return wordsOf(tag).some((word) => /^(?:errors?|message|label|hint|help|helper|feedback|description)$/.test(word));
}

/** `{...field}`, `{...controllerProps}`: the props its wrapper hands it, the name among them. */
function takesProps(element: Element): boolean {
  return element.attributes.some(
    ({ name, value, expression }) => name === "..." && !value && /field|props|input|control/i.test(expression ?? ""),
  );
}

function formFor(element: Element, source: SourceText, forms: Map<Element | string, Form>): Form {
  const form = formOf(element);
  const scope = element.scope ?? "";
  const key = form ?? scope;
  let found = forms.get(key);
  if (!found) {
    const name = (form && nameOfForm(form)) || scope || nameOfFile(source.file);
    found = { name, at: form?.tagRange ?? element.tagRange, fields: new Map() };
    forms.set(key, found);
  }
  return found;
}

function nameOfForm(form: Element): string | null {
  for (const attribute of ["name", "id", "data-form", "aria-label"]) {
    const found = attributeOf(form, attribute);
    if (found?.value && found.expression === undefined) return found.value;
  }
  return null;
}

/** Files and folders that are named for their place rather than for what they hold. */
const PLACES =
  /^(?:index|\+?page|\+?layout|[[(].*[\])]|_.*|edit|new|create|form|view|main|src|app|pages|views|components?|\.)$/i;

function nameOfFile(file: string): string {
  const base = basename(file).split(".")[0]!;
  const path = [base, ...dirname(file).split("/").reverse()];
  return path.find((part) => part && !PLACES.test(part)) ?? base;
}

function addField(form: Form, element: Element, { name, at }: FieldName, labels: ReadonlyMap<string, string>): Draft {
  const choice = /^(?:radio|checkbox)$/i.test(valueOf(element, "type") ?? "");
  // Buttons of one choice are one datum with their values as options; any other input stands for itself.
  const key = choice ? name : `${name}\0${at[0]}`;
  const list = attributeOf(element, "multiple") !== null;
  const field = form.fields.get(key) ?? { name, at, type: valueTypeOfInput(element), ...(list && { list }), hints: {} };
  form.fields.set(key, field);
  addHints(field, element, labels);
  const value = choice ? valueOf(element, "value") : null;
  if (value) field.hints = { ...field.hints, options: [...new Set([...(field.hints.options ?? []), value])] };
  return field;
}

/** What is said first counts; what an inner input adds is taken. */
function addHints(field: Draft, element: Element, labels: ReadonlyMap<string, string>): void {
  field.hints = { ...hintsOf(element, labels), ...field.hints };
}
