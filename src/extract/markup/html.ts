import type { Tokenizer } from "htmlparser2";
import type { Range } from "../source-text.js";
import { TreeBuilder } from "./builder.js";
import type { Attribute, Element } from "./element.js";
import { tidy } from "./tidy.js";

/** Stands for each character of a template's tag that prints. */
export const HOLE = "\0";

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);

/** Elements that end where one of these begins. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  option: ["option", "optgroup"],
  optgroup: ["optgroup"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "tbody", "tfoot"],
  td: ["td", "th", "tr"],
  th: ["td", "th", "tr"],
};

/** A `<script>` of the page, with the range of its code. */
export interface EmbeddedScript {
  readonly attributes: readonly Attribute[];
  readonly range: Range;
}

export interface Html {
  readonly roots: readonly Element[];
  readonly scripts: readonly EmbeddedScript[];
}

/**
 * Reads HTML the way a browser does: nothing is an error. `text` may be a template whose own tags are replaced (see template-tags.ts);
 * `original` is then the text as written, and an attribute that differs there is an expression.
 */
export async function readHtml(text: string, original: string = text): Promise<Html> {
  const { Tokenizer } = await import("htmlparser2");
  const handler = new HtmlHandler(text, original);
  const tokenizer: Tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, handler);
  tokenizer.write(text);
  tokenizer.end();
  return { roots: handler.tree.roots, scripts: handler.scripts };
}

class HtmlHandler {
  readonly tree = new TreeBuilder();
  readonly scripts: EmbeddedScript[] = [];
  readonly #text: string;
  readonly #original: string;
  #tagRange: Range = [0, 0];
  #attributes: Attribute[] = [];
  #nameRange: Range = [0, 0];
  #value = "";
  #valueRange: Range | null = null;
  #script: { attributes: readonly Attribute[]; start: number } | null = null;

  constructor(text: string, original: string) {
    this.#text = text;
    this.#original = original;
  }

  onopentagname(start: number, end: number): void {
    this.#tagRange = [start, end];
    this.#attributes = [];
  }

  onattribname(start: number, end: number): void {
    this.#nameRange = [start, end];
    this.#value = "";
    this.#valueRange = null;
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#text.slice(start, end);
    this.#valueRange = [this.#valueRange?.[0] ?? start, end];
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: number, end: number): void {
    const range = this.#nameRange;
    const valueRange = this.#valueRange;
    const written = valueRange ? this.#original.slice(...valueRange) : null;
    const dynamic = written !== null && written !== this.#text.slice(...valueRange!);
    const name = this.#text.slice(...range);
    if (name.includes(HOLE)) return;
    const known = dynamic ? tidy(this.#value) : this.#value.trim();
    this.#attributes.push({
      name,
      value: valueRange || this.#value ? known : null,
      ...(dynamic && { expression: written }),
      range: [range[0], Math.max(range[1], end)],
      valueRange: valueRange ?? range,
    });
  }

  onopentagend(end: number): void {
    const tag = this.#text.slice(...this.#tagRange);
    const lower = tag.toLowerCase();
    const current = this.tree.current();
    if (current && ENDED_BY[current]?.includes(lower)) this.tree.closeLast(this.#tagRange[0] - 1);
    this.tree.open({
      tag,
      tagRange: this.#tagRange,
      attributes: this.#attributes,
      start: this.#tagRange[0] - 1,
      end: end + 1,
    });
    if (lower === "script") this.#script = { attributes: this.#attributes, start: end + 1 };
    if (VOID.has(lower)) this.tree.closeLast(end + 1);
  }

  onselfclosingtag(end: number): void {
    const tag = this.#text.slice(...this.#tagRange).toLowerCase();
    this.onopentagend(end);
    if (!VOID.has(tag)) this.tree.closeLast(end + 1);
    this.#script = null;
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#text.slice(start, end);
    if (this.#script && tag.toLowerCase() === "script") {
      this.scripts.push({ attributes: this.#script.attributes, range: [this.#script.start, start - 2] });
      this.#script = null;
    }
    const bracket = this.#text.indexOf(">", end);
    this.tree.close(tag, bracket < 0 ? this.#text.length : bracket + 1);
  }

  ontext(start: number, end: number): void {
    const current = this.tree.current();
    if (current !== "script" && current !== "style") this.tree.text(this.#original.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.tree.text(String.fromCodePoint(codepoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}
