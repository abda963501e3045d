import { applyKey, newTable, sameName, type SqlBuilder, type TableDraft } from "./builder.js";
import { readColumn, readTableKey, splitItems } from "./columns.js";
import { Cursor, type SqlName } from "./cursor.js";
import type { SqlColumn } from "./reading.js";
import { isWord } from "./tokens.js";

/** What an item without a verb of its own goes on with: `ADD a int, b int`, `DROP COLUMN a, b`. */
type Verb = "add" | "drop" | null;

const OTHER_VERBS = [
  "MODIFY",
  "ALTER",
  "SET",
  "RESET",
  "VALIDATE",
  "OWNER",
  "ENGINE",
  "CONVERT",
  "ALGORITHM",
  "LOCK",
  "ENABLE",
  "DISABLE",
  "ATTACH",
  "DETACH",
  "COMMENT",
];

/** Reads `ALTER TABLE name …` from behind `TABLE` to the end of the statement, or to one that follows unparted. */
export function readAlter(cursor: Cursor, builder: SqlBuilder): void {
  cursor.take("IF", "EXISTS");
  cursor.take("ONLY");
  const name = cursor.name();
  if (!name) return;
  if (cursor.take("ON", "CLUSTER")) cursor.name();
  const table = newTable(name);
  const { rest } = cursor;
  const next = rest.findIndex(
    (token, at) => at > 0 && isWord(token, "CREATE", "ALTER", "DROP") && isWord(rest[at + 1], "TABLE"),
  );
  const own = next < 0 ? rest : rest.slice(0, next);
  let verb: Verb = null;
  for (const { tokens } of splitItems(
    own.filter(({ text }) => text !== ";"),
    builder.text,
  ))
    verb = readAction(new Cursor(tokens, builder.text), table, verb, builder);
  cursor.skip(own.length);
  if (table.columns.length > 0) builder.tables.push(table);
}

function readAction(cursor: Cursor, table: TableDraft, verb: Verb, builder: SqlBuilder): Verb {
  if (cursor.take("WITH", "CHECK") || cursor.take("WITH", "NOCHECK")) return readAction(cursor, table, verb, builder);
  if (cursor.take("ADD")) return add(cursor, table, builder);
  if (cursor.take("DROP")) return dropColumn(cursor, table, builder);
  if (cursor.take("RENAME")) rename(cursor, table, builder);
  else if (cursor.take("CHANGE")) change(cursor, table, builder);
  else if (!verb || isWord(cursor.current, ...OTHER_VERBS)) return null;
  else if (verb === "add") add(cursor, table, builder);
  else if (cursor.rest.length === 1) dropNamed(cursor, table, builder);
  return verb;
}

function add(cursor: Cursor, table: TableDraft, builder: SqlBuilder): Verb {
  cursor.take("COLUMN");
  cursor.take("IF", "NOT", "EXISTS");
  const tokens = cursor.current?.kind === "group" ? cursor.current.inner : cursor.rest;
  const known = builder.find(table.name);
  const before = table.columns.length;
  builder.define(table, tokens);
  if (!known || table.columns.length > before) return "add";
  for (const item of splitItems(tokens, builder.text)) {
    const key = readTableKey(item, builder.text);
    if (key) applyKey(known, key);
  }
  return "add";
}

function dropColumn(cursor: Cursor, table: TableDraft, builder: SqlBuilder): Verb {
  const notColumns = ["CONSTRAINT", "INDEX", "KEY", "PRIMARY", "FOREIGN", "PARTITION", "CHECK", "PROJECTION", "PERIOD"];
  if (!cursor.take("COLUMN") && isWord(cursor.current, ...notColumns)) return null;
  dropNamed(cursor, table, builder);
  return "drop";
}

function dropNamed(cursor: Cursor, table: TableDraft, builder: SqlBuilder): void {
  cursor.take("IF", "EXISTS");
  const names = cursor.current?.kind === "group" ? cursor.current.inner : cursor.rest;
  for (const { tokens } of splitItems(names, builder.text)) {
    const column = new Cursor(tokens, builder.text).name();
    if (column) builder.drop(table.name, column, column.at);
  }
}

function rename(cursor: Cursor, table: TableDraft, builder: SqlBuilder): void {
  if (cursor.take("TO") || cursor.take("AS")) return renameTable(table.name, cursor.name(), builder);
  if (isWord(cursor.current, "CONSTRAINT", "INDEX", "KEY") && !isWord(cursor.peek(), "TO")) return;
  cursor.take("COLUMN");
  const old = cursor.name();
  const renamed = cursor.take("TO") ? cursor.name() : null;
  if (!old || !renamed) return;
  const known = builder.tables.filter(({ name }) => sameName(name, table.name)).flatMap(({ columns }) => columns);
  const before = known.find(({ name }) => sameName(name, old.name)) ?? UNKNOWN;
  replaced(table, old, { ...before, name: renamed.name, at: renamed.at }, builder);
}

const UNKNOWN = {
  type: "",
  list: false,
  comment: null,
  options: [],
  primaryKey: false,
  unique: false,
  references: null,
};

/** `CHANGE old new type`. */
function change(cursor: Cursor, table: TableDraft, builder: SqlBuilder): void {
  cursor.take("COLUMN");
  const old = cursor.name();
  const column = readColumn({ tokens: cursor.rest, comment: null }, builder.text);
  if (old && column && !sameName(old.name, column.name)) replaced(table, old, column, builder);
}

function replaced(table: TableDraft, old: SqlName, column: SqlColumn, builder: SqlBuilder): void {
  builder.drop(table.name, old, old.at);
  table.columns.push(column);
}

/** A table built beside the old one and put in its place: what counts is the new one under the old name. */
function renameTable(from: string, to: SqlName | null, builder: SqlBuilder): void {
  const built = to && builder.find(from);
  if (!built) return;
  built.name = to.name;
  builder.revive(to.name);
}
