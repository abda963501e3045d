import { Cursor } from "./cursor.js";
import { columnType } from "./column-type.js";
import type { SqlColumn } from "./reading.js";
import { isWord, type SqlToken } from "./tokens.js";

/** A foreign or unique key that a table states apart from its columns. */
export interface TableKey {
  readonly kind: "primary" | "unique" | "foreign";
  readonly columns: readonly string[];
  readonly references: string | null;
}

export interface ColumnItem {
  readonly tokens: readonly SqlToken[];
  readonly comment: string | null;
}

/** Splits a list of definitions at its commas. A comment on the line of a definition is its own, one on a line above belongs to the next. */
export function splitItems(tokens: readonly SqlToken[], text: string): ColumnItem[] {
  const items: { tokens: SqlToken[]; comments: string[] }[] = [{ tokens: [], comments: [] }];
  let angle = 0;
  let lastEnd = tokens[0]?.from ?? 0;
  let last = items[0]!;
  for (const [index, token] of tokens.entries()) {
    const current = items.at(-1)!;
    if (token.kind === "comment") {
      const sameLine = !text.slice(lastEnd, token.from).includes("\n");
      (sameLine && index > 0 ? last : current).comments.push(cleanComment(token.text));
      lastEnd = token.to;
      continue;
    }
    lastEnd = token.to;
    if (token.kind === "mark") angle = angleDepth(angle, token, tokens[index - 1]);
    if (token.kind === "mark" && token.text === "," && angle === 0) {
      last = current;
      items.push({ tokens: [], comments: [] });
    } else {
      current.tokens.push(token);
      last = current;
    }
  }
  return items
    .filter((item) => item.tokens.length > 0)
    .map(({ tokens: own, comments }) => ({ tokens: own, comment: comments.filter(Boolean).join(" ") || null }));
}

/** Commas within `map<text, int>` part no definitions. */
function angleDepth(depth: number, token: SqlToken, before: SqlToken | undefined): number {
  if (
    token.text.startsWith("<") &&
    (depth > 0 || isWord(before, "MAP", "SET", "LIST", "STRUCT", "ARRAY", "FROZEN", "TUPLE"))
  )
    return depth + 1;
  return depth > 0 && /^>+$/.test(token.text) ? Math.max(0, depth - token.text.length) : depth;
}

function cleanComment(text: string): string {
  return text
    .replace(/^(?:--+|#+|\/\*+)|\*+\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*?\s*/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("@personalData"))
    .join(" ");
}

const KEY_WORDS = [
  "KEY",
  "INDEX",
  "FULLTEXT",
  "SPATIAL",
  "UNIQUE",
  "PRIMARY",
  "FOREIGN",
  "CHECK",
  "EXCLUDE",
  "LIKE",
  "PERIOD",
];

/** Whether an item states a key, a check or an index rather than a column. Such words are also names of columns: `key varchar(20)`. */
export function isTableConstraint([first, second]: readonly SqlToken[]): boolean {
  if (first?.kind !== "word") return false;
  if (["CONSTRAINT", "PROJECTION"].includes(first.text)) return true;
  if (!KEY_WORDS.includes(first.text)) return false;
  if (!second || second.kind === "group" || second.kind === "quoted") return true;
  return columnType(second.text).type === "unknown";
}

export function readTableKey(item: ColumnItem, text: string): TableKey | null {
  const cursor = new Cursor(item.tokens, text);
  if (cursor.take("CONSTRAINT")) cursor.name();
  const kind = cursor.take("PRIMARY", "KEY")
    ? "primary"
    : cursor.take("FOREIGN", "KEY")
      ? "foreign"
      : cursor.take("UNIQUE")
        ? "unique"
        : null;
  if (!kind) return null;
  while (cursor.current && cursor.current.kind !== "group") cursor.skip();
  const columns = splitItems(cursor.current?.inner ?? [], text).flatMap(({ tokens }) => {
    const name = new Cursor(tokens, text).name();
    return name ? [name.name] : [];
  });
  cursor.skip();
  const references = cursor.take("REFERENCES") ? (cursor.name()?.name ?? null) : null;
  return { kind, columns, references };
}

const AFTER_TYPE = new Set(
  "NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK CONSTRAINT COLLATE GENERATED COMMENT AUTO_INCREMENT AUTOINCREMENT IDENTITY ON CODEC TTL ALIAS MATERIALIZED ENCODE AS FIRST AFTER KEY VISIBLE INVISIBLE STORED SPARSE ROWGUIDCOL".split(
    " ",
  ),
);

/** One column definition; null when it does not begin with a name, or with one that a program fills in. */
export function readColumn(item: ColumnItem, text: string): SqlColumn | null {
  const cursor = new Cursor(item.tokens, text);
  const name = cursor.name();
  if (!name || name.hole) return null;
  const typeTokens: SqlToken[] = [];
  while (cursor.current && !(cursor.current.kind === "word" && AFTER_TYPE.has(cursor.current.text))) {
    typeTokens.push(cursor.current);
    cursor.skip();
  }
  const type = typeTokens.length > 0 ? text.slice(typeTokens[0]!.from, typeTokens.at(-1)!.to) : "";
  return {
    name: name.name,
    at: name.at,
    type,
    list: /\[\s*\d*\s*\]$|\barray\s*$/i.test(type) || /^(?:array\s*[(<]|set\s*<|list\s*<)/i.test(type),
    ...readModifiers(cursor, typeTokens, item.comment),
  };
}

function readModifiers(
  cursor: Cursor,
  typeTokens: readonly SqlToken[],
  written: string | null,
): Pick<SqlColumn, "comment" | "options" | "primaryKey" | "unique" | "references"> {
  let [comment, references, primaryKey, unique] = [written, null as string | null, false, false];
  let options = /^(?:ENUM\d*|SET)$/.test(typeTokens[0]?.text ?? "") ? stringsIn(typeTokens) : [];
  for (; cursor.current;) {
    if (cursor.take("PRIMARY", "KEY")) primaryKey = true;
    else if (cursor.take("UNIQUE")) unique = true;
    else if (cursor.take("REFERENCES")) references = cursor.name()?.name ?? null;
    else if (cursor.take("COMMENT")) {
      const { current } = cursor;
      if (current?.kind === "string" || current?.kind === "quoted") comment = current.text;
    } else if (cursor.take("IN") && options.length === 0) options = stringsIn(cursor.rest.slice(0, 1));
    else {
      const { current } = cursor;
      const at =
        current.kind === "group" && options.length === 0 ? current.inner.findIndex((one) => isWord(one, "IN")) : -1;
      if (at >= 0) options = stringsIn(current.inner.slice(at + 1, at + 2));
      cursor.skip();
    }
  }
  return { comment, options, primaryKey, unique, references };
}

export function stringsIn(tokens: readonly SqlToken[]): string[] {
  return tokens.flatMap((token) =>
    token.kind === "group" ? stringsIn(token.inner) : token.kind === "string" ? [token.text] : [],
  );
}
