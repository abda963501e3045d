import type { Format } from "./formats.js";
import { renderInventoryCsv } from "./inventory-csv.js";
import { renderInventoryFides } from "./inventory-fides.js";
import { renderInventoryTable } from "./inventory-table.js";
import { renderJson } from "./json.js";

/** Formats of `opis inventory`, by name. */
export const inventoryFormats = {
  table: { render: renderInventoryTable, quotes: false },
  json: { render: renderJson, quotes: false },
  csv: { render: renderInventoryCsv, quotes: false },
  fides: { render: renderInventoryFides, quotes: false },
} as const satisfies Record<string, Format>;

export type InventoryFormatName = keyof typeof inventoryFormats;
