import type { Catalog } from "../model/index.js";
import { readCompiled } from "./compiled.js";

/** Files of the user's own that add to the catalogue or replace entries of it by id. Absolute paths. */
export interface CatalogAdditions {
  readonly dataTypes?: readonly string[];
  readonly recipients?: readonly string[];
  readonly rules?: readonly string[];
}

/**
 * The shipped catalogue joined with the user's additions.
 * @throws CatalogError naming file, line and column of the first fault
 */
export async function loadCatalog(additions: CatalogAdditions = {}): Promise<Catalog> {
  // The YAML reader is loaded only where there is YAML to read.
  const shipped = (await readCompiled()) ?? (await (await import("./shipped.js")).readShippedCatalog());
  const { dataTypes = [], recipients = [], rules = [] } = additions;
  if (dataTypes.length + recipients.length + rules.length === 0) return shipped;
  const { readEntries, toDataType, toRecipient } = await import("./entries.js");
  const { readUserRule } = await import("./user-rules.js");
  const own = await Promise.all(rules.map(readUserRule));
  return {
    ...shipped,
    rules: new Map([...shipped.rules, ...own.map((rule) => [rule.id, rule] as const)]),
    dataTypes: new Map([...shipped.dataTypes, ...(await readEntries(dataTypes, "data-type", toDataType))]),
    recipients: new Map([...shipped.recipients, ...(await readEntries(recipients, "recipient", toRecipient))]),
  };
}
