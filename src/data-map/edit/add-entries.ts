import { groupBy } from "../../model/index.js";
import { isMap, isScalar, type Document, type Node, type YAMLSeq } from "yaml";
import { MapEditError, type EntryAddition } from "./edits.js";
import { contentEnd, listOf, type EntryNode } from "./entries.js";
import { lineBreakAt, lineEnd, lineStart, type TextEdit } from "./text-edits.js";
import { DRAFT_STYLE, styleOf, writeEntry } from "./write-entry.js";

/** Text for new entries of `fields`, each behind the entry it is to follow. */
export function addEntries(
  text: string,
  document: Document.Parsed,
  entries: ReadonlyMap<string, EntryNode>,
  additions: readonly EntryAddition[],
): TextEdit[] {
  if (additions.length === 0) return [];
  const list = listOf(document, "fields");
  if (!list || list.items.length === 0) return beginList(text, document, list, additions);
  const last = `fields[${list.items.length - 1}]`;
  const groups = groupBy(additions, ({ after }) => (after !== null && entries.has(after) ? after : last));
  return [...groups].flatMap(([path, group]) => {
    const index = Number(/\d+/.exec(path)![0]);
    return list.flow
      ? continueFlow(text, list, index, group)
      : continueBlock(text, list, index, entries.get(path), group);
  });
}

function continueBlock(
  text: string,
  list: YAMLSeq,
  index: number,
  entry: EntryNode | undefined,
  additions: readonly EntryAddition[],
): TextEdit[] {
  const node = list.items[index] as Node;
  const start =
    entry?.start ??
    lineStart(text, node.range![0]) + /^\s*/.exec(text.slice(lineStart(text, node.range![0])))![0].length;
  const style = styleOf(node, text, start);
  const indent = " ".repeat(start - lineStart(text, start));
  const end = contentEnd(node);
  // What a block of text ends with is its own: a new entry begins behind it.
  const at = end > 0 && text[end - 1] === "\n" ? end : lineEnd(text, end);
  const lineBreak = lineBreakAt(text, start);
  const lines = additions.map((each) => `${indent}-${style.gap}${writeEntry(each, style, indent, lineBreak)}`);
  const unfinished = at > 0 && text[at - 1] !== "\n";
  const block = lines.join(lineBreak);
  return [{ from: at, to: at, text: unfinished ? lineBreak + block : block + lineBreak }];
}

function continueFlow(text: string, list: YAMLSeq, index: number, additions: readonly EntryAddition[]): TextEdit[] {
  const node = list.items[index] as Node;
  const [from, end] = node.range!;
  const style = { ...styleOf(node, text, from), flow: true };
  const written = additions.map((each) => writeEntry({ ...each, question: "" }, style, "", ""));
  const line = lineStart(text, from);
  const indent = text.slice(line, from);
  const rest = /^([ \t]*)(,?)[ \t]*(?:#[^\r\n]*)?\r?\n/.exec(text.slice(end));
  if (!rest || !/^[ \t]*$/.test(indent))
    return [{ from: end, to: end, text: written.map((each) => `, ${each}`).join("") }];
  const lineBreak = lineBreakAt(text, end);
  const at = end + rest[0].length;
  const comma = rest[2] === ",";
  const lines = written.map((each, n) => `${indent}${each}${comma || n < written.length - 1 ? "," : ""}${lineBreak}`);
  return [...(comma ? [] : [{ from: end, to: end, text: "," }]), { from: at, to: at, text: lines.join("") }];
}

/** The first entries of a list that is empty or not there. */
function beginList(
  text: string,
  { contents }: Document.Parsed,
  list: YAMLSeq | null,
  additions: readonly EntryAddition[],
): TextEdit[] {
  if (!isMap(contents)) throw new MapEditError("the map is no mapping");
  if (list && contents.flow) {
    const [from] = list.range!;
    const written = additions.map((each) => writeEntry({ ...each, question: "" }, DRAFT_STYLE, "", ""));
    return [{ from: from + 1, to: from + 1, text: written.join(", ") }];
  }
  const key = contents.items.find(({ key }) => isScalar(key) && key.value === "fields")?.key as Node | undefined;
  if (contents.flow || !key) throw new MapEditError("the map has no list `fields:` to add to");
  const end = list ? list.range![1] : key.range![1] + 1;
  const at = lineEnd(text, end);
  const lineBreak = lineBreakAt(text, end);
  const lines = additions.map((each) => `  - ${writeEntry(each, DRAFT_STYLE, "  ", lineBreak)}`).join(lineBreak);
  const unfinished = text[at - 1] !== "\n";
  const block: TextEdit = { from: at, to: at, text: unfinished ? lineBreak + lines : lines + lineBreak };
  if (!list) return [block];
  const [from] = list.range!;
  return [{ from: text[from - 1] === " " ? from - 1 : from, to: end, text: "" }, block];
}
