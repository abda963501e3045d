export { defineSchemaCollector, emitSchema } from "./collector.js";
export type { Builder, Dialect, Link } from "./dialect.js";
export { meaningOf, unwrap } from "./expressions.js";
export { SchemaReader } from "./reader.js";
export { optionsOf } from "./literals.js";
export { isRecord, joinShapes, reference, toFields, UNKNOWN, type Member, type Shape } from "./shape.js";
export { each, list, object, same, value, words } from "./table.js";
