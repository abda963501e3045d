import { defineSyntax } from "../document.js";
import type { Range } from "../source-text.js";

/** An attribute, property, directive or binding of an element. */
export interface Attribute {
  /** As written: `name`, `v-model`, `[(ngModel)]`, `formControlName`; `...` for a spread. */
  readonly name: string;
  /** The text it holds. Of an expression, what is known of it without running it: see `expression`. Null when nothing is, and for a bare attribute. */
  readonly value: string | null;
  /** Source of the value where it is an expression (`form.email` of `v-model="form.email"`, `{t("key")}`). */
  readonly expression?: string;
  readonly range: Range;
  /** Where the value stands without its quotes; the attribute's own range when it has none. */
  readonly valueRange: Range;
}

/** An element of any markup. Offsets count from the start of the file. */
export interface Element {
  /** As written, case kept: `input`, `TextField`, `Form.Item`, `mat-select`. */
  readonly tag: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  /** Text that stands directly in it; expressions within are kept as written. */
  readonly text: string;
  /** From `<` to the end of the closing tag, or of the opening tag where it is never closed. */
  readonly range: Range;
  /** The tag's name in the opening tag. */
  readonly tagRange: Range;
  readonly parent: Element | null;
  /** Component, class or function whose code holds it; null in markup of its own file. */
  readonly scope: string | null;
}

/** How expressions and bindings are written. */
export type Flavour = "html" | "jsx" | "vue" | "svelte" | "angular" | "template";

export interface Markup {
  readonly flavour: Flavour;
  readonly roots: readonly Element[];
}

export const markup = defineSyntax<Markup>("markup");

/** All elements in document order. Iterative, for markup is as deep as its author likes. */
export function* elementsOf({ roots }: Pick<Markup, "roots">): Generator<Element> {
  const pending = [...roots].reverse();
  for (let element = pending.pop(); element; element = pending.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) pending.push(element.children[index]!);
  }
}

export function* ancestorsOf(element: Element): Generator<Element> {
  for (let { parent } = element; parent; parent = parent.parent) yield parent;
}

/** The first attribute of one of these names, in the order of the names; case does not count. */
export function attributeOf(element: Element, ...names: readonly string[]): Attribute | null {
  for (const name of names) {
    const found = element.attributes.find((attribute) => attribute.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return null;
}

export function valueOf(element: Element, ...names: readonly string[]): string | null {
  return attributeOf(element, ...names)?.value || null;
}

const LONGEST_TEXT = 200;

/** Text within an element and what it contains, white space collapsed, cut at a length that serves as a label. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  let length = 0;
  for (const { text } of elementsOf({ roots: [element] })) {
    const part = text.replace(/\s+/g, " ").trim();
    if (part) parts.push(part);
    if ((length += part.length) > LONGEST_TEXT) break;
  }
  return parts.join(" ").slice(0, LONGEST_TEXT);
}

/** The parts of a tag's name in lower case: `TextField`, `text-field` and `Form.Text_field` all end in `text`, `field`. */
export function wordsOf(tag: string): string[] {
  return tag
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
