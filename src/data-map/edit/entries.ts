import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type CST,
  type Document,
  type Node,
} from "yaml";
import type { Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Sections that hold entries with selectors. */
const SECTIONS = ["fields", "notPersonal"] as const;

export interface EntryNode {
  /** `fields[3]` */
  readonly path: string;
  readonly node: Node;
  readonly list: YAMLSeq;
  /** Where the entry begins: its dash in a block list, itself in a flow list. */
  readonly start: number;
}

/** Parses a map that is known to load. Offsets count in the text given. */
export function parseMap(text: string): Document.Parsed {
  return parseDocument(text, { keepSourceTokens: true, schema: "core", uniqueKeys: false, logLevel: "silent" });
}

/** The list of a section, or null where the file has none of its own. */
export function listOf(document: Document.Parsed, section: string): YAMLSeq | null {
  const { contents } = document;
  const value: unknown = isMap(contents) ? contents.get(section, true) : null;
  return isSeq(value) ? value : null;
}

/** Entries of all sections, by path. An entry that only repeats another is left out: it is edited where it stands. */
export function entriesOf(document: Document.Parsed): Map<string, EntryNode> {
  const entries = new Map<string, EntryNode>();
  for (const section of SECTIONS) {
    const list = listOf(document, section);
    if (!list) continue;
    const dashes = dashesOf(list);
    for (const [index, item] of list.items.entries()) {
      const node = item as Node;
      if (isAlias(node) || !node.range) continue;
      const path = `${section}[${index}]`;
      entries.set(path, { path, node, list, start: dashes?.[index] ?? node.range[0] });
    }
  }
  return entries;
}

/** Offsets of the dashes of a block list. */
function dashesOf(list: YAMLSeq): (number | undefined)[] | null {
  const token = list.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
  if (token?.type !== "block-seq") return null;
  return token.items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === "seq-item-ind");
    return dash ? [dash.offset] : [];
  });
}

/** The scalars that hold an entry's selectors. */
export function selectorsOf(node: Node): Scalar[] {
  const match: unknown = isMap(node) ? (node as YAMLMap).get("match", true) : null;
  if (isScalar(match)) return [match];
  return isSeq(match) ? match.items.filter(isScalar) : [];
}

/** Whether other parts of the file may repeat the node or what is in it. */
export function isShared(node: unknown): boolean {
  if (isPair(node)) return isShared(node.key) || isShared(node.value);
  if (typeof node === "object" && node !== null && "anchor" in node && node.anchor) return true;
  return isCollection(node) && node.items.some(isShared);
}

/** Offset at which what a node holds ends: behind its last character, comments and line ends left out. */
export function contentEnd(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1);
    const inner = isPair(last) ? ((last.value ?? last.key) as Node | null) : (last as Node | undefined);
    if (inner) return contentEnd(inner);
  }
  return node.range?.[1] ?? 0;
}
