import type { Emit, FieldDraft } from "../collector.js";
import type { Range } from "../source-text.js";
import { columnType } from "./column-type.js";
import type { SqlColumn, SqlReading } from "./reading.js";

/** Puts what a text of SQL says where collectors put what they find. `shift` is where the text begins in its file. */
export function emitSql(reading: SqlReading, emit: Emit, shift = 0): void {
  const moved = ([start, end]: Range): Range => [start + shift, end + shift];
  for (const { name, at, columns, bases, comment } of reading.tables) {
    emit.owner({
      source: "sql",
      name,
      kind: "store",
      at: moved(at),
      fields: columns.map((column) => fieldOf(column, moved(column.at))),
      ...(bases.length > 0 && { bases: bases.map((base) => ({ name: base.name, at: moved(base.at) })) }),
      ...(comment && { comment }),
    });
  }
  for (const { at, ...drop } of reading.drops) emit.drop({ ...drop, at: moved(at) });
  for (const { message, at } of reading.problems) emit.problem(message, moved(at));
}

function fieldOf(column: SqlColumn, at: Range): FieldDraft {
  const { name, list, comment, options, primaryKey, unique, references } = column;
  const { type, validators } = columnType(column.type);
  return {
    name,
    at,
    type: options.length > 0 ? "enum" : type,
    ...(list && { list }),
    hints: {
      ...(validators && { validators }),
      ...(comment && { comment }),
      ...(options.length > 0 && { options }),
      ...(primaryKey && { primaryKey }),
      ...(unique && { unique }),
      ...(references && { references }),
    },
  };
}
