// Build step: checks every file of the shipped catalogue against its schema and writes them as one.
import { writeCompiled } from "./compiled.js";
import { readShippedCatalog } from "./shipped.js";

await writeCompiled(await readShippedCatalog());
