import { Cursor, type SqlName } from "./cursor.js";
import { isTableConstraint, readColumn, readTableKey, splitItems, type TableKey } from "./columns.js";
import type { SqlColumn, SqlReading, SqlTable } from "./reading.js";
import { isWord, type SqlToken } from "./tokens.js";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
export type TableDraft = Omit<Mutable<SqlTable>, "columns"> & { columns: Mutable<SqlColumn>[] };

/** Gathers what the statements of one text say. */
export class SqlBuilder {
  readonly text: string;
  readonly tables: TableDraft[] = [];
  /** Members of the enumerations defined, by lower-case name. */
  readonly enums = new Map<string, readonly string[]>();
  readonly problems: SqlReading["problems"][number][] = [];
  #drops: SqlReading["drops"][number][] = [];

  constructor(text: string) {
    this.text = text;
  }

  find(name: string): TableDraft | undefined {
    return this.tables.findLast((table) => sameName(table.name, name));
  }

  drop(table: string, column: SqlName | null, at: SqlName["at"]): void {
    this.#drops.push({ table, ...(column && { column: column.name }), at });
  }

  /** A table made anew under the name of one dropped before lives on. */
  revive(table: string): void {
    this.#drops = this.#drops.filter((drop) => drop.column !== undefined || !sameName(drop.table, table));
  }

  /** Reads a list of column definitions and table constraints into a table. */
  define(table: TableDraft, tokens: readonly SqlToken[]): void {
    const keys: TableKey[] = [];
    for (const item of splitItems(tokens, this.text)) {
      const errors = item.tokens.filter(({ kind }) => kind === "error");
      for (const { from, to } of errors) this.#problem("part of a table definition cannot be read", from, to);
      const own = { ...item, tokens: item.tokens.filter(({ kind }) => kind !== "error") };
      if (isTableConstraint(own.tokens)) {
        if (isWord(own.tokens[0], "LIKE")) addBase(table, new Cursor(own.tokens.slice(1), this.text).name());
        const key = readTableKey(own, this.text);
        if (key) keys.push(key);
        continue;
      }
      const column = readColumn(own, this.text);
      const [first] = own.tokens;
      if (column) table.columns.push(column);
      else if (first && first.kind !== "word")
        this.#problem("a column definition cannot be read", first.from, first.to);
    }
    for (const key of keys) applyKey(table, key);
  }

  finish(): SqlReading {
    for (const { columns } of this.tables) {
      for (const column of columns) {
        const options = this.enums.get(lastName(column.type));
        if (options && column.options.length === 0) column.options = options;
      }
    }
    return { tables: this.tables, drops: this.#drops, problems: this.problems };
  }

  #problem(message: string, from: number, to: number): void {
    this.problems.push({ message, at: [from, to] });
  }
}

export function newTable({ name, at }: SqlName, comment: string | null = null): TableDraft {
  return { name, at, columns: [], bases: [], comment };
}

export function addBase(table: TableDraft, base: SqlName | null): void {
  if (base) table.bases = [...table.bases, { name: base.name, at: base.at }];
}

export function applyKey(table: TableDraft, { kind, columns, references }: TableKey): void {
  for (const column of table.columns) {
    if (!columns.some((name) => sameName(name, column.name))) continue;
    if (kind === "primary") column.primaryKey = true;
    else if (kind === "unique") column.unique ||= columns.length === 1;
    else column.references ??= references;
  }
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function lastName(type: string): string {
  return /(\w+)"?(?:\[\])?$/.exec(type.trim())?.[1]?.toLowerCase() ?? "";
}
