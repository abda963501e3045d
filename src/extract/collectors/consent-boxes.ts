import { mayConcernConsent } from "../choices/names.js";
import { defineCollector } from "../collector.js";
import { labelsById } from "../forms/hints.js";
import {
  ancestorsOf,
  attributeOf,
  elementsOf,
  markup,
  textOf,
  valueOf,
  wordsOf,
  type Element,
} from "../markup/index.js";

export default defineCollector({
  id: "consent-boxes",
  recognises: "check boxes and switches, those that are on before anyone touched them among them",
  reads: markup,
  trigger: /checkbox|switch|toggle|checked/i,
  collect({ root }, emit) {
    const elements = [...elementsOf(root)];
    const labels = labelsById(elements);
    for (const element of elements) {
      if (!isBox(element)) continue;
      const name = nameOf(element);
      const label = labelOf(element, labels);
      const how = presetBy(element);
      if (how && mayConcernConsent(`${name ?? ""} ${label ?? ""}`))
        emit.practice({ kind: "preset-choice", name: name ?? label ?? "", label, how }, element.tagRange);
      else if (how && label !== null)
        emit.practice({ kind: "preset-choice", name: name ?? "", label, how }, element.tagRange);
      if (label !== null && label.length > SHORT) emit.practice({ kind: "box", name, label }, element.tagRange);
    }
  },
});

/** A label this short asks for one thing. */
const SHORT = 25;

function isBox(element: Element): boolean {
  const type = valueOf(element, "type");
  if (element.tag.toLowerCase() === "input") return type?.toLowerCase() === "checkbox";
  const last = wordsOf(element.tag).at(-1) ?? "";
  return (
    type === "checkbox" || /^(?:checkbox|switch|toggle)$/.test(last) || /[-_](?:checkbox|switch)$/i.test(element.tag)
  );
}

function nameOf(element: Element): string | null {
  return valueOf(
    element,
    "name",
    "formControlName",
    "v-model",
    "v-model:checked",
    "bind:checked",
    "[(ngModel)]",
    "id",
    "data-testid",
  );
}

function labelOf(element: Element, labels: ReadonlyMap<string, string>): string | null {
  const own = valueOf(element, "label", "aria-label", "title");
  if (own) return own;
  const id = valueOf(element, "id");
  const tied = id === null ? undefined : labels.get(id);
  if (tied) return tied;
  for (const ancestor of ancestorsOf(element)) {
    if (/^(?:label|FormControlLabel|FormLabel)$/i.test(ancestor.tag))
      return valueOf(ancestor, "label") ?? (textOf(ancestor) || null);
    if (/^(?:form|body)$/i.test(ancestor.tag)) break;
  }
  return textOf(element) || null;
}

function presetBy(element: Element): "checked" | "default-checked" | null {
  const initial = attributeOf(element, "defaultChecked", "default-checked", "defaultIsChecked", "defaultSelected");
  if (initial) return isOn(initial) ? "default-checked" : null;
  const checked = attributeOf(element, "checked");
  if (!checked || !isOn(checked) || isHandled(element)) return null;
  return "checked";
}

/** Bare, `checked="checked"`, `{true}`; anything else is worked out. */
function isOn({ value, expression }: { readonly value: string | null; readonly expression?: string }): boolean {
  if (expression !== undefined) return expression.trim() === "true";
  return value === null || value === "" || /^(?:checked|true)$/i.test(value);
}

/** A box that is always on and cannot be touched tells what is so; it asks for nothing. */
function isHandled(element: Element): boolean {
  return attributeOf(element, "disabled", "readOnly") !== null;
}
