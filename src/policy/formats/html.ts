import { Parser } from "htmlparser2";
import { PARAGRAPH, tidy, type Block } from "./block.js";

const BLOCKS = new Set(
  "p div li dt dd tr h1 h2 h3 h4 h5 h6 section article main header footer ul ol dl table blockquote pre figcaption summary details body".split(
    " ",
  ),
);
const UNSEEN = new Set(["script", "style", "template", "noscript", "head", "nav", "svg", "select", "option"]);
const BOLD = new Set(["b", "strong"]);

/** Blocks of a page; what is not shown, and its navigation, left out. Lines are those of the file. */
export function readHtml(html: string): Block[] {
  const reader = new HtmlReader(html);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
      onclosetag: (name) => reader.close(name, parser.endIndex),
      ontext: (text) => reader.text(text, parser.startIndex),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  reader.flush();
  return reader.blocks;
}

interface List {
  readonly ordered: boolean;
  next: number;
}

class HtmlReader {
  readonly blocks: Block[] = [];
  readonly #lineStarts: readonly number[];
  readonly #lists: List[] = [];
  #unseen = 0;
  #heading = 0;
  #bold = 0;
  #item = false;
  #ordinal: string | null = null;
  #text = "";
  #plain = "";
  #start: number | null = null;
  #end = 0;

  constructor(html: string) {
    this.#lineStarts = [0, ...[...html.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  open(name: string, attributes: Record<string, string>, at: number): void {
    if (UNSEEN.has(name)) this.#unseen++;
    if (BLOCKS.has(name)) this.flush();
    if (name === "br") this.#text += "\n";
    if (name === "td" || name === "th") this.#text += " ";
    if (BOLD.has(name)) this.#bold++;
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name[1]);
    if (name === "ol" || name === "ul")
      this.#lists.push({ ordered: name === "ol", next: Number(attributes["start"] ?? 1) });
    if (name === "li") this.#openItem();
    this.#end = at;
  }

  #openItem(): void {
    const list = this.#lists.at(-1);
    this.#item = true;
    if (!list?.ordered) return;
    list.next++;
    this.#ordinal = this.#lists
      .filter(({ ordered }) => ordered)
      .map(({ next }) => next - 1)
      .join(".");
  }

  close(name: string, at: number): void {
    this.#end = at;
    if (BLOCKS.has(name)) this.flush();
    if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (BOLD.has(name)) this.#bold = Math.max(0, this.#bold - 1);
    if (/^h[1-6]$/.test(name)) this.#heading = 0;
    if (name === "ol" || name === "ul") this.#lists.pop();
    if (name === "li") this.#item = this.#lists.length > 1;
  }

  text(text: string, at: number): void {
    if (this.#unseen > 0) return;
    if (text.trim() !== "") {
      this.#start ??= at + text.search(/\S/);
      this.#end = at + text.length;
    }
    // Line breaks of the file mean nothing here.
    const flat = text.replace(/\s+/g, " ");
    this.#text += flat;
    if (this.#bold === 0) this.#plain += flat;
  }

  flush(): void {
    const text = tidy(this.#text);
    if (text !== "" && this.#start !== null) {
      this.blocks.push({
        ...PARAGRAPH,
        text,
        line: this.#lineAt(this.#start),
        endLine: this.#lineAt(Math.max(this.#start, this.#end)),
        heading: this.#heading,
        bold: this.#plain.trim() === "",
        item: this.#item,
        ordinal: this.#ordinal,
      });
      this.#ordinal = null;
    }
    this.#text = "";
    this.#plain = "";
    this.#start = null;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
