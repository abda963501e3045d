import { Composer, Lexer, LineCounter, Parser, type Document, type YAMLError } from "yaml";
import type { Place } from "../model/index.js";
import { complain } from "./complain.js";
import type { Complaint } from "./complaint.js";

/** Nesting a map may have. Deeper text is refused before it is composed: the composer recurses and would take the process down. */
const maximumDepth = 100;

/** More mistakes than this in one file are consequences of the first. */
const maximumMistakes = 10;

export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly placeAt: (offset: number) => Place;
}

/** The one YAML document of a text, or everything that keeps it from being one. */
export function parseYaml(text: string, file: string): ParsedYaml | readonly Complaint[] {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const composed = compose(text, lines);
  if (typeof composed === "number")
    return [complain("too-deep", placeAt(composed), "", { limit: String(maximumDepth) })];
  const [first, second] = composed;
  const mistakes = composed.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (mistakes.length > 0) return mistakes.slice(0, maximumMistakes).map((mistake) => toComplaint(mistake, placeAt));
  if (second) return [complain("many-documents", placeAt(startOf(second)))];
  if (!first || isBlank(first)) return [complain("empty", placeAt(0))];
  return { document: first, placeAt };
}

/** Documents of the text, or the offset at which it nests too deeply. */
function compose(text: string, lines: LineCounter): Document.Parsed[] | number {
  const parser = new Parser(lines.addNewLine);
  // Core schema whatever a %YAML directive says: dates stay text, `NO` stays Norway. Duplicate keys are sought later, with both places.
  const composer = new Composer({ schema: "core", uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const documents: Document.Parsed[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > maximumDepth) return parser.offset;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  // A comment after a last `---` or `...` makes no document of its own.
  return documents.filter((document, index) => index === 0 || !isBlank(document) || document.errors.length > 0);
}

function isBlank(document: Document.Parsed): boolean {
  const { contents } = document;
  return (
    contents === null ||
    ("source" in contents && contents.source === "" && "type" in contents && contents.type === "PLAIN")
  );
}

function startOf(document: Document.Parsed): number {
  return document.contents?.range[0] ?? document.range[0];
}

function toComplaint(mistake: YAMLError, placeAt: (offset: number) => Place): Complaint {
  const place = placeAt(mistake.pos[0]);
  if (mistake.code === "TAB_AS_INDENT") return complain("tab", place);
  if (mistake.code === "TAG_RESOLVE_FAILED") {
    const tag = /!\S*/.exec(mistake.message)?.[0] ?? "!";
    return complain("tag", place, "", { tag });
  }
  return complain("not-yaml", place, "", { detail: mistake.message.split("\n")[0]! });
}
