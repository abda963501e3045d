import type { Document } from "../document.js";
import type { ProblemFact } from "../../model/index.js";
import { parseScript } from "../estree/index.js";
import type { Range, SourceText } from "../source-text.js";
import type { Attribute } from "./element.js";

export interface CodeBlock {
  readonly attributes: readonly Pick<Attribute, "name" | "value">[];
  readonly range: Range;
}

/** Pages with more scripts than this are read as far as this. */
const MOST_BLOCKS = 100;

/**
 * Parses the scripts of a page in place: offsets stay those of the file. `text` may be the file's with template tags replaced. What does not
 * parse is a problem, never a fatal one: the markup around it counts.
 */
export function parseBlocks(
  source: SourceText,
  blocks: readonly CodeBlock[],
  text: string = source.text,
): { documents: Document[]; problems: ProblemFact[] } {
  const documents: Document[] = [];
  const problems: ProblemFact[] = [];
  for (const { attributes, range } of blocks.slice(0, MOST_BLOCKS)) {
    const language = languageOf(attributes);
    if (!language || text.slice(...range).trim() === "") continue;
    const parsed = parseScript(source, blankAround(text, range), language);
    documents.push(...parsed.documents);
    problems.push(...parsed.problems.map((problem) => ({ ...problem, fatal: false })));
  }
  return { documents, problems };
}

/** Everything outside the range becomes spaces; line ends stay, so that a parser's complaints name the right line. */
export function blankAround(text: string, [start, end]: Range): string {
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

const SCRIPT_TYPE = /^(?:|module|(?:text|application)\/(?:javascript|ecmascript|typescript|babel|x-javascript|jsx))$/i;

function languageOf(attributes: CodeBlock["attributes"]): "ts" | "tsx" | "js" | "jsx" | null {
  const of = (wanted: string) => attributes.find(({ name }) => name.toLowerCase() === wanted)?.value ?? "";
  if (!SCRIPT_TYPE.test(of("type")) && !/^(?:ts|typescript)$/i.test(of("lang"))) return null;
  switch (of("lang").toLowerCase()) {
    case "":
    case "js":
    case "javascript":
      return of("type").includes("typescript") ? "ts" : "js";
    case "ts":
    case "typescript":
      return "ts";
    case "tsx":
      return "tsx";
    case "jsx":
      return "jsx";
    default:
      return null;
  }
}
