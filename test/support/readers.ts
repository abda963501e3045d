import { loadCatalog } from "../../src/catalog/index.js";
import { extractFacts, loadReaders } from "../../src/extract/index.js";
import type { Facts } from "../../src/model/index.js";

const catalog = loadCatalog();

/** The shipped catalogue, read once for all tests of a file. */
export { catalog as shippedCatalog };

/** Facts of a text as if it stood in a file of that name. */
export async function factsOf(file: string, text: string): Promise<Facts> {
  return extractFacts(file, text, await loadReaders(), await catalog);
}
