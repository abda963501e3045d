import type { Block } from "./formats/block.js";

/** A sentence or list item, with the line it begins on. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
  /** It stands in a list whose lead-in is this sentence. */
  readonly lead: string | null;
}

/** A clause as cut out of a document. */
export interface RawClause {
  readonly number: string;
  readonly numbered: boolean;
  readonly line: number;
  endLine: number;
  readonly headings: readonly string[];
  readonly blocks: Block[];
}

const NUMBER =
  /^(?:(?:п(?:ункт|\.)|clause|section|article|статья|раздел|глава|§)\s*)?(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.)]|(?=\s))\s*(?=\S)/iu;
/** A line within a paragraph that begins a clause of its own. */
const NUMBERED_LINE = /^\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+\S|^\d{1,2}[.)]\s+\p{Lu}/u;
const HEADING_WORDS = 16;

/** Cuts a document into clauses, by the numbers it has, else by sections and paragraphs. */
export function cutClauses(blocks: readonly Block[]): RawClause[] {
  const cutter = new Cutter();
  for (const block of blocks.flatMap(splitLines)) cutter.add(block);
  return cutter.clauses.filter((clause) => clause.blocks.length > 0);
}

/** In Markdown and plain text, clauses of one line each form one paragraph. */
function splitLines(block: Block): Block[] {
  const lines = block.text.split("\n");
  if (block.heading > 0 || !lines.slice(1).some((line) => NUMBERED_LINE.test(line))) {
    return [{ ...block, text: lines.join(" ") }];
  }
  const parts: Block[] = [];
  for (const [index, text] of lines.entries()) {
    const line = Math.min(block.line + index, block.endLine);
    const last = parts.at(-1);
    if (last && !NUMBERED_LINE.test(text))
      parts[parts.length - 1] = { ...last, text: `${last.text} ${text}`, endLine: line };
    else parts.push({ ...block, text, line, endLine: line, ordinal: index === 0 ? block.ordinal : null });
  }
  return parts;
}

class Cutter {
  readonly clauses: RawClause[] = [];
  readonly #headings: { text: string; level: number; depth: number | null }[] = [];
  /** Number of the section, its own or counted. */
  #section = "0";
  #sections = 0;
  #paragraphs = 0;
  /** The clause that text without a number belongs to. */
  #open: RawClause | null = null;

  add(block: Block): void {
    const match = NUMBER.exec(block.text);
    const number = match?.[1] ?? null;
    const rest = match ? block.text.slice(match[0].length) : block.text;
    if (isHeading(block, number, rest)) this.#heading(block, number, rest);
    else if (number !== null && this.#isClauseNumber(number, block))
      this.#begin(number, true, { ...block, text: rest });
    else if (block.ordinal !== null) this.#ordinal({ ...block, text: block.text });
    else this.#plain(block, number === null ? block : { ...block, text: block.text });
  }

  #heading(block: Block, number: string | null, text: string): void {
    const depth = number?.split(".").length ?? null;
    const level = block.heading || (depth ?? 6);
    // Numbers tell how deep a heading stands, whatever its markup; without one its markup does.
    const closes = this.#headings.findIndex((one) =>
      depth !== null && one.depth !== null ? one.depth >= depth : one.level >= level,
    );
    if (closes >= 0) this.#headings.splice(closes);
    this.#headings.push({ text, level, depth });
    const top = this.#headings.length === 1 || number !== null;
    if (top && !(block.heading === 1 && this.clauses.length === 0 && number === null)) this.#sections++;
    this.#section = number ?? String(this.#sections);
    this.#paragraphs = 0;
    this.#open = null;
  }

  /** `1.` inside clause 3.1 counts on within it; `2026` or `152` begins no clause. */
  #isClauseNumber(number: string, block: Block): boolean {
    if (number.includes(".")) return true;
    return Number(number) <= 60 && block.text.length > number.length + 2;
  }

  #begin(number: string, numbered: boolean, block: Block): void {
    const own = !numbered || number.includes(".") ? number : this.#within(number);
    this.#open = {
      number: own,
      numbered,
      line: block.line,
      endLine: block.endLine,
      headings: this.#headings.map(({ text }) => text),
      blocks: [block],
    };
    this.clauses.push(this.#open);
  }

  /** A number of one level: of a section without further numbers, or of a list within a clause. */
  #within(number: string): string {
    const open = this.#open;
    if (open && open.number.includes(".")) {
      const parent = open.numbered && isListOf(open) ? open.number : parentOf(open.number);
      return `${parent}.${number}`;
    }
    return this.#headings.length > 0 && this.#section !== "0" ? `${this.#section}.${number}` : number;
  }

  #ordinal(block: Block): void {
    const base = this.#section === "0" ? "" : `${this.#section}.`;
    this.#begin(`${base}${block.ordinal ?? ""}`, false, block);
  }

  #plain(block: Block, whole: Block): void {
    const open = this.#open;
    const continues = open !== null && (open.numbered || block.item || endsOpen(open));
    if (open && continues) {
      open.blocks.push(whole);
      open.endLine = whole.endLine;
      return;
    }
    this.#paragraphs++;
    this.#begin(`${this.#section} ¶${this.#paragraphs}`, false, whole);
  }
}

function isListOf({ blocks }: RawClause): boolean {
  return /:\s*$/.test(blocks.at(-1)?.text ?? "");
}

/** A paragraph that ends in a colon or a comma goes on in the next. */
function endsOpen({ blocks }: RawClause): boolean {
  return /[:,—–-]\s*$/.test(blocks.at(-1)?.text ?? "");
}

export function parentOf(number: string): string {
  return number.includes(".") ? number.slice(0, number.lastIndexOf(".")) : "";
}

/** Set as one, or written as people write headings: one number, few words, no full stop. */
function isHeading(block: Block, number: string | null, text: string): boolean {
  if (block.heading > 0) return number === null || number.split(".").length < 3;
  if (block.item && number === null) return false;
  if (text.split(/\s+/).length > HEADING_WORDS || /[.;:,]$/.test(text)) return false;
  const shouts = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  if (number === null) return (shouts || block.bold) && block.ordinal === null;
  return !number.includes(".") && (shouts || block.bold || text.split(/\s+/).length <= 8) && /^\p{Lu}/u.test(text);
}

const ABBREVIATION =
  /(?:^|[\s(«"])(?:г|гг|ул|д|лит|им|т|ст|п|пп|ч|руб|др|пр|тел|стр|корп|обл|e\.g|i\.e|inc|ltd|no|art|co|corp|etc|vs|par|sec)\.$/iu;

/** Sentences of a clause; items of its lists know the sentence that leads them in. */
export function sentencesOf({ blocks }: RawClause): Sentence[] {
  const sentences: Sentence[] = [];
  let lead: string | null = null;
  for (const block of blocks) {
    const own = split(block.text);
    // After a colon everything is a list until a paragraph that is no item and does not begin in lower case.
    if (lead !== null && !block.item && /^\p{Lu}/u.test(block.text)) lead = null;
    for (const text of own) sentences.push({ text, line: block.line, lead });
    const last = own.at(-1) ?? "";
    if (last.endsWith(":")) lead = last;
  }
  return sentences;
}

function split(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/;\s+|[.!?]\)?["»”]?\s+(?=["«“(]?[\p{Lu}\p{Nd}])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (match[0].startsWith(".") && ABBREVIATION.test(text.slice(start, match.index + 1))) continue;
    parts.push(text.slice(start, end).trim());
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== "");
}
