import { readAlter } from "./alter.js";
import { addBase, newTable, sameName, SqlBuilder, type TableDraft } from "./builder.js";
import { splitItems, stringsIn } from "./columns.js";
import { Cursor } from "./cursor.js";
import { parserFor, prepareSql } from "./prepare.js";
import type { SqlReading } from "./reading.js";
import { isWord, statementsOf, type SqlToken } from "./tokens.js";

/**
 * Reads what a text of SQL, of any dialect, defines and drops. Statements that define no table are passed over, and one that cannot be
 * read does not keep others from being read.
 */
export function readSql(text: string): SqlReading {
  const builder = new SqlBuilder(text);
  new SqlReader(builder).read(0, text.length);
  return builder.finish();
}

/** Bodies of blocks that are read as texts of their own: a text has few. */
const MOST_BLOCKS = 200;
/** Where a statement most likely begins, whatever stands open before it. */
const BEGINS = /^[ \t]*(?:create|alter|drop|comment\s+on)\s/gim;

class SqlReader {
  readonly #builder: SqlBuilder;
  #blocks = 0;
  /** Set once the text is read in pieces, which are not taken apart again. */
  #inPieces = false;

  constructor(builder: SqlBuilder) {
    this.#builder = builder;
  }

  read(from: number, to: number): void {
    const statements = this.#parse(from, to);
    if (!statements) this.#readPieces(from, to);
    else for (const tokens of statements) this.#statement(tokens);
  }

  /** Null where brackets are nested deeper than the parser can follow. */
  #parse(from: number, to: number): SqlToken[][] | null {
    const part = prepareSql(this.#builder.text.slice(from, to));
    try {
      return statementsOf(parserFor(part).parse(part), this.#builder.text, from);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /**
   * Reads a stretch in which brackets never close: each line that begins a statement begins one. What is commented out or stands in a
   * text may pass for a statement so; where all is well, the parser decides.
   */
  #readPieces(from: number, to: number): void {
    if (this.#inPieces) return;
    this.#inPieces = true;
    const starts = [...this.#builder.text.slice(from, to).matchAll(BEGINS)].map(({ index }) => from + index);
    for (const [at, start] of starts.entries()) {
      for (const tokens of this.#parse(start, starts[at + 1] ?? to) ?? []) this.#statement(tokens);
    }
    this.#inPieces = false;
  }

  /** Statements also hide behind others: after `BEGIN`, after a batch mark, in the body of a block. */
  #statement(tokens: readonly SqlToken[]): void {
    const cursor = new Cursor(tokens, this.#builder.text);
    while (cursor.current) {
      const start = cursor.current;
      if (cursor.take("CREATE")) this.#create(cursor, tokens);
      else if (cursor.take("ALTER", "TABLE")) readAlter(cursor, this.#builder);
      else if (cursor.take("DROP", "TABLE")) this.#dropTables(cursor);
      else if (cursor.take("COMMENT", "ON")) this.#comment(cursor);
      else if (cursor.take("DO")) this.#block(cursor);
      if (cursor.current === start) cursor.skip();
    }
  }

  /** `DO $$ BEGIN ALTER TABLE … END $$`: migrations that can be run twice are written so. */
  #block(cursor: Cursor): void {
    const body = cursor.rest.find(({ kind, text }) => kind === "string" && text.startsWith("$"));
    if (!body || this.#blocks++ > MOST_BLOCKS) return;
    const mark = body.text.indexOf("$", 1) + 1;
    this.read(body.from + mark, body.to - mark);
  }

  #create(cursor: Cursor, tokens: readonly SqlToken[]): void {
    while (isWord(cursor.current, "OR", "REPLACE", "UNLOGGED", "EXTERNAL", "FOREIGN", "TRANSIENT", "COLUMN", "ROW"))
      cursor.skip();
    if (cursor.take("TYPE")) return this.#createType(cursor);
    if (!cursor.take("TABLE")) return;
    cursor.take("IF", "NOT", "EXISTS");
    if (cursor.current?.text.startsWith("#")) return;
    const name = cursor.name();
    if (!name) return;
    if (cursor.take("ON", "CLUSTER")) cursor.name();
    const table = newTable(name, commentBefore(tokens));
    if (cursor.take("LIKE")) addBase(table, cursor.name());
    else if (cursor.current?.kind === "group") {
      this.#body(table, cursor.current);
      cursor.skip();
    }
    this.#options(table, cursor);
    this.#builder.revive(name.name);
    if (table.columns.length + table.bases.length > 0) this.#builder.tables.push(table);
  }

  /** Definitions in brackets. Where they never close, the next statement that begins a line ends them. */
  #body(table: TableDraft, group: SqlToken): void {
    const { text } = this.#builder;
    const next = text[group.to - 1] === ")" ? -1 : text.slice(group.from, group.to).search(BEGINS);
    if (next < 0) return this.#builder.define(table, group.inner);
    const end = group.from + next;
    this.#builder.define(
      table,
      group.inner.filter(({ to }) => to <= end),
    );
    this.#builder.problems.push({
      message: "the brackets of a table definition do not close",
      at: [group.from, group.from + 1],
    });
    this.#readPieces(end, group.to);
  }

  /** `INHERITS (parent)`, `COMMENT = 'text'`, up to the end of the statement or the next one. */
  #options(table: TableDraft, cursor: Cursor): void {
    while (cursor.current && !isWord(cursor.current, "CREATE", "ALTER", "DROP", "INSERT")) {
      if (cursor.take("INHERITS") && cursor.current?.kind === "group") {
        for (const { tokens } of splitItems(cursor.current.inner, this.#builder.text))
          addBase(table, new Cursor(tokens, this.#builder.text).name());
      } else if (cursor.take("COMMENT")) {
        cursor.takeMark("=");
        if (cursor.current?.kind === "string") table.comment = cursor.current.text;
      } else cursor.skip();
    }
  }

  /** `CREATE TYPE mood AS ENUM (…)` gives options; `CREATE TYPE address AS (street text)` a record. */
  #createType(cursor: Cursor): void {
    cursor.take("IF", "NOT", "EXISTS");
    const name = cursor.name();
    cursor.take("AS");
    if (!name) return;
    if (cursor.take("ENUM")) this.#builder.enums.set(name.name.toLowerCase(), stringsIn(cursor.rest.slice(0, 1)));
    else if (cursor.current?.kind === "group") {
      const table = newTable(name);
      this.#builder.define(table, cursor.current.inner);
      this.#builder.tables.push(table);
    }
  }

  #dropTables(cursor: Cursor): void {
    cursor.take("IF", "EXISTS");
    do {
      const table = cursor.name();
      if (table) this.#builder.drop(table.name, null, table.at);
    } while (cursor.takeMark(","));
  }

  /** `COMMENT ON COLUMN t.c IS 'text'`. */
  #comment(cursor: Cursor): void {
    const onColumn = cursor.take("COLUMN");
    if (!onColumn && !cursor.take("TABLE")) return;
    const parts: string[] = [];
    while (cursor.current && !isWord(cursor.current, "IS")) {
      const name = new Cursor([cursor.current], this.#builder.text).name();
      if (name) parts.push(name.name);
      cursor.skip();
    }
    cursor.skip();
    const text = cursor.current?.kind === "string" ? cursor.current.text : null;
    const columnName = onColumn ? parts.pop() : undefined;
    const table = this.#builder.find(parts.at(-1) ?? "");
    if (!table || text === null) return;
    if (!onColumn) table.comment = text;
    for (const column of table.columns) if (columnName && sameName(column.name, columnName)) column.comment = text;
  }
}

function commentBefore([first, second]: readonly SqlToken[]): string | null {
  if (first?.kind !== "comment" || second?.kind === "comment") return null;
  return first.text.replace(/^(?:--+|#+|\/\*+)\s*|\s*\*+\/$/g, "").trim() || null;
}
