import { loadCatalog } from "../../src/catalog/index.js";
import { extractFacts, loadReaders } from "../../src/extract/index.js";
import type { Facts } from "../../src/model/index.js";

/** Facts of a text as if it stood in a file of that name. */
export async function factsOf(file: string, text: string): Promise<Facts> {
  return extractFacts(file, text, await loadReaders(), await loadCatalog());
}
