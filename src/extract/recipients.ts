import type { Catalog } from "../model/index.js";
import type { FactBuilder } from "./fact-builder.js";
import type { SourceText } from "./source-text.js";

/** Finds traces of catalogued recipients in any text: packages imported, hosts in strings, globals called. */
export function findRecipients(source: SourceText, catalog: Catalog, builder: FactBuilder): void {
  void source;
  void catalog;
  void builder;
}
