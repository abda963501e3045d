import { defineLanguage } from "../document.js";
import { undoes, withoutUndoing } from "../sql/direction.js";
import { readSql } from "../sql/read.js";
import { sqlDefinitions } from "../sql/syntax.js";

export default defineLanguage({
  id: "sql",
  title: "SQL",
  extensions: [".sql", ".ddl", ".cql", ".pgsql", ".psql"],
  yields: [sqlDefinitions],
  // What a definition does not read becomes a problem of the collector, which knows which definitions matter.
  parse: (source) => ({
    documents: undoes(source.file)
      ? []
      : [{ syntax: sqlDefinitions, root: readSql(withoutUndoing(source.text)), source }],
    problems: [],
  }),
});
