import { defineCollector } from "../collector.js";
import { emitSql } from "../sql/emit.js";
import { sqlDefinitions } from "../sql/syntax.js";

export default defineCollector({
  id: "sql",
  recognises: "tables that SQL creates, alters and drops, in any dialect",
  reads: sqlDefinitions,
  trigger: /\b(?:table|type)\b/i,
  collect: ({ root }, emit) => emitSql(root, emit),
});
