import { isMap, isScalar, type Document, type Node, type YAMLSeq } from "yaml";
import { flowList, scalar } from "../write-yaml.js";
import { MapEditError } from "./edits.js";
import { contentEnd, entriesOf, listOf, parseMap } from "./entries.js";
import { applyTextEdits, lineBreakAt, lineEnd, lineStart, type TextEdit } from "./text-edits.js";
import { DRAFT_STYLE, styleOf } from "./write-entry.js";

/** What the map says of fields that only look personal. */
export interface Denial {
  readonly match: readonly string[];
  readonly because: string;
}

/**
 * Adds an entry to `notPersonal`; whatever else the map says stays as it is, byte for byte.
 * @throws MapEditError when that cannot be done
 */
export function denyInDataMap(text: string, denial: Denial): string {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const body = text.slice(start);
  const document = parseMap(body);
  if (!isMap(document.contents)) throw new MapEditError("the map is no mapping");
  const edited = applyTextEdits(body, [editFor(body, document, denial)]);
  assertMeaning(document, edited, denial);
  return text.slice(0, start) + edited;
}

function editFor(text: string, document: Document.Parsed, denial: Denial): TextEdit {
  const list = listOf(document, "notPersonal");
  if (list && list.items.length > 0)
    return list.flow ? continueFlow(list, denial) : continueBlock(text, document, list, denial);
  const lineBreak = lineBreakAt(text, 0);
  const entry = `  - ${written(denial, DRAFT_STYLE.padded)}${lineBreak}`;
  if (list) {
    const [from, to] = list.range!;
    return { from: text[from - 1] === " " ? from - 1 : from, to, text: lineBreak + entry.trimEnd() };
  }
  const contents = document.contents;
  if (!isMap(contents) || contents.flow) throw new MapEditError("the map has no list `notPersonal:` to add to");
  const key = contents.items.find((pair) => isScalar(pair.key) && pair.key.value === "notPersonal")?.key as
    Node | undefined;
  if (key) {
    const at = lineEnd(text, key.range![1]);
    return { from: at, to: at, text: text[at - 1] === "\n" ? entry : lineBreak + entry };
  }
  const unfinished = text !== "" && !text.endsWith("\n") ? lineBreak : "";
  return { from: text.length, to: text.length, text: `${unfinished}${lineBreak}notPersonal:${lineBreak}${entry}` };
}

function continueFlow(list: YAMLSeq, denial: Denial): TextEdit {
  const at = (list.items.at(-1) as Node).range![1];
  return { from: at, to: at, text: `, ${written(denial, true)}` };
}

function continueBlock(text: string, document: Document.Parsed, list: YAMLSeq, denial: Denial): TextEdit {
  const last = entriesOf(document).get(`notPersonal[${list.items.length - 1}]`);
  if (!last) throw new MapEditError("the last entry of `notPersonal:` repeats another");
  const { start, node } = last;
  const style = styleOf(node, text, start);
  const indent = text.slice(lineStart(text, start), start);
  const end = contentEnd(node);
  const at = end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end);
  const lineBreak = lineBreakAt(text, start);
  const entry = style.flow
    ? written(denial, style.padded)
    : pairs(denial).join(lineBreak + indent + " ".repeat(style.gap.length + 1));
  const block = `${indent}-${style.gap}${entry}`;
  return { from: at, to: at, text: text[at - 1] === "\n" ? block + lineBreak : lineBreak + block };
}

function pairs({ match, because }: Denial): string[] {
  return [`match: ${match.length === 1 ? scalar(match[0]!) : flowList(match)}`, `because: ${scalar(because)}`];
}

function written(denial: Denial, padded: boolean): string {
  const inner = pairs(denial).join(", ");
  return padded ? `{ ${inner} }` : `{${inner}}`;
}

/** The edited text must say what was said before, and the denial. */
function assertMeaning(before: Document.Parsed, edited: string, { match, because }: Denial): void {
  const after = parseMap(edited);
  const wanted = before.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;
  const entry = { match: match.length === 1 ? match[0] : match, because };
  const denials = [...((wanted["notPersonal"] ?? []) as unknown[]), entry];
  const got = after.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;
  const whole = (map: Record<string, unknown>, own: unknown) => JSON.stringify([{ ...map, notPersonal: null }, own]);
  // A section that was not there comes last, whatever its place among the others.
  const same = whole(got, got["notPersonal"]) === whole({ ...wanted, notPersonal: null }, denials);
  if (after.errors.length > 0 || !same)
    throw new MapEditError("the map cannot be edited without touching what is to stay");
}
