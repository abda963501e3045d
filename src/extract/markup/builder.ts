import type { Range } from "../source-text.js";
import type { Attribute, Element } from "./element.js";

/** Deeper elements become children of the one at this depth, so that no reader of the tree need fear for its stack. */
const DEEPEST = 400;

export interface Opened {
  readonly tag: string;
  readonly tagRange: Range;
  readonly attributes: readonly Attribute[];
  readonly start: number;
  /** End of the opening tag. */
  readonly end: number;
  readonly scope?: string | null;
}

interface OpenElement extends Element {
  readonly children: OpenElement[];
  text: string;
  range: Range;
  readonly parent: OpenElement | null;
}

/** Builds a tree from opening tags, texts and closing tags in the order of the file, and forgives what does not match. */
export class TreeBuilder {
  readonly roots: Element[] = [];
  readonly #open: OpenElement[] = [];

  open({ start, end, scope = null, ...opened }: Opened): void {
    const parent = this.#open.at(-1) ?? null;
    const element: OpenElement = { ...opened, range: [start, end], parent, scope, children: [], text: "" };
    (parent ? parent.children : this.roots).push(element);
    if (this.#open.length < DEEPEST) this.#open.push(element);
  }

  /** Ends the element opened last. */
  closeLast(end: number): void {
    const element = this.#open.pop();
    if (element) element.range = [element.range[0], end];
  }

  /** Ends the nearest open element of that tag and all within it. A closing tag that opens nothing is passed over. */
  close(tag: string, end: number): void {
    const wanted = tag.toLowerCase();
    const index = this.#open.findLastIndex((element) => element.tag.toLowerCase() === wanted);
    if (index < 0) return;
    while (this.#open.length > index) this.closeLast(end);
  }

  /** Tag of the element opened last and not yet closed, in lower case. */
  current(): string | null {
    return this.#open.at(-1)?.tag.toLowerCase() ?? null;
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (element) element.text += text;
  }
}
