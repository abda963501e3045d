import type { Range } from "../source-text.js";

/** What the statements of a text say of tables. Ranges count from the start of the text. */
export interface SqlReading {
  readonly tables: readonly SqlTable[];
  readonly drops: readonly { readonly table: string; readonly column?: string; readonly at: Range }[];
  readonly problems: readonly { readonly message: string; readonly at: Range }[];
}

/** A table created, or the columns that one statement adds to a table. */
export interface SqlTable {
  readonly name: string;
  readonly at: Range;
  readonly columns: readonly SqlColumn[];
  /** Tables whose columns it takes over. */
  readonly bases: readonly { readonly name: string; readonly at: Range }[];
  readonly comment: string | null;
}

export interface SqlColumn {
  readonly name: string;
  readonly at: Range;
  /** Type as written; empty when none is given. */
  readonly type: string;
  readonly list: boolean;
  readonly comment: string | null;
  readonly options: readonly string[];
  readonly primaryKey: boolean;
  readonly unique: boolean;
  /** Table its foreign key points at. */
  readonly references: string | null;
}
