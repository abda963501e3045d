import { isMap, type Document } from "yaml";
import { addEntries } from "./add-entries.js";
import { MapEditError, type EditedMap, type MapEdits, type SelectorRename } from "./edits.js";
import { entriesOf, isShared, parseMap, selectorsOf, type EntryNode } from "./entries.js";
import { applyTextEdits, lineBreakAt, lineStart, type TextEdit } from "./text-edits.js";
import { isPlainText, requote } from "./write-entry.js";

/** Begins the comment above an entry that matches nothing. Written and taken off by machine, so it is the same in every language. */
export const staleMark = "# opis-stale:";

/**
 * Edits a map as text: whatever no edit speaks of stays as it is, byte for byte.
 * @throws MapEditError when the result would not say what it should
 */
export function editDataMap(text: string, edits: MapEdits): EditedMap {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const body = text.slice(start);
  const document = parseMap(body);
  const entries = entriesOf(document);
  const renamed = renameSelectors(body, entries, edits.renames);
  const marked = markStale(body, entries, edits.stale);
  const added = addEntries(body, document, entries, edits.additions);
  const edited = applyTextEdits(body, [...added, ...marked.changes, ...renamed.changes]);
  const done = edits.renames.filter((rename) => !renamed.byHand.includes(rename));
  assertMeaning(document, edited, done, edits);
  return { text: text.slice(0, start) + edited, byHand: [...renamed.byHand, ...marked.byHand] };
}

function renameSelectors(
  text: string,
  entries: ReadonlyMap<string, EntryNode>,
  renames: readonly SelectorRename[],
): { changes: TextEdit[]; byHand: SelectorRename[] } {
  const changes: TextEdit[] = [];
  const byHand: SelectorRename[] = [];
  for (const rename of renames) {
    const entry = entries.get(rename.entry);
    const found = entry && !isShared(entry.node) ? selectorsOf(entry.node) : [];
    const selector = found.find((each) => isPlainText(each) && each.value === rename.from);
    if (!entry || !selector?.range) byHand.push(rename);
    else {
      const [from, to] = selector.range;
      const inFlow = entry.list.flow === true || (isMap(entry.node) && entry.node.flow === true) || found.length > 1;
      changes.push({ from, to, text: requote(rename.to, selector, inFlow || text[from - 1] === "[") });
    }
  }
  return { changes, byHand };
}

function markStale(
  text: string,
  entries: ReadonlyMap<string, EntryNode>,
  stale: MapEdits["stale"],
): { changes: TextEdit[]; byHand: { entry: string; stale: readonly string[] }[] } {
  const changes: TextEdit[] = [];
  const byHand: { entry: string; stale: readonly string[] }[] = [];
  if (stale === null) return { changes, byHand };
  for (const [path, { start }] of entries) {
    const selectors = stale.get(path);
    const line = lineStart(text, start);
    const indent = text.slice(line, start);
    const above = line === 0 ? line : lineStart(text, line - 1);
    const marked = text.slice(above, line).trimStart().startsWith(staleMark);
    if (!/^[ \t]*$/.test(indent)) {
      if (selectors) byHand.push({ entry: path, stale: selectors });
      continue;
    }
    const mark = selectors ? `${indent}${staleMark} ${selectors.join(", ")}${lineBreakAt(text, line)}` : "";
    const from = marked ? above : line;
    if (text.slice(from, line) !== mark) changes.push({ from, to: line, text: mark });
  }
  for (const [path, selectors] of stale) if (!entries.has(path)) byHand.push({ entry: path, stale: selectors });
  return { changes, byHand };
}

/** The edited text must load, and say what was said before with the edits alone on top. */
function assertMeaning(
  before: Document.Parsed,
  edited: string,
  done: readonly SelectorRename[],
  edits: MapEdits,
): void {
  const after = parseMap(edited);
  if (after.errors.length > 0) throw new MapEditError(after.errors[0]!.message.split("\n")[0]!);
  const wanted = before.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;
  for (const { entry, from, to } of done) rename(wanted, entry, from, to);
  const got = after.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;
  const fields = (got["fields"] ?? []) as { match: unknown }[];
  const fresh = new Set(edits.additions.map(({ match }) => JSON.stringify(match.length === 1 ? match[0] : match)));
  const kept = fields.filter(({ match }) => !fresh.delete(JSON.stringify(match)));
  const same =
    JSON.stringify({ ...got, fields: kept }) === JSON.stringify({ ...wanted, fields: wanted["fields"] ?? [] });
  if (fresh.size > 0 || !same) throw new MapEditError("the map cannot be edited without touching what is to stay");
}

function rename(map: Record<string, unknown>, path: string, from: string, to: string): void {
  const [, section = "", index = ""] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
  const entry = (map[section] as { match: string | string[] }[] | undefined)?.[Number(index)];
  if (!entry) return;
  entry.match = Array.isArray(entry.match) ? entry.match.map((each) => (each === from ? to : each)) : to;
}
