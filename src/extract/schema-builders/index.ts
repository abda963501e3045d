export { defineSchemaCollector, emitSchema } from "./collector.js";
export type { Builder, Dialect, Link } from "./dialect.js";
export { unwrap } from "./expressions.js";
export { SchemaReader } from "./reader.js";
export { optionsOf } from "./literals.js";
export { isRecord, joinShapes, UNKNOWN, type Shape } from "./shape.js";
export { each, list, object, same, value, words } from "./table.js";
