import { stringify } from "csv-stringify/sync";
import type { InventoryRow } from "../model/index.js";
import type { Renderer } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";

const COLUMNS = [
  "id",
  "file",
  "line",
  "column",
  "source",
  "owner",
  "field",
  "kind",
  "dataType",
  "category",
  "special",
  "confidence",
  "entry",
] as const satisfies readonly (keyof InventoryRow)[];

/** The inventory for spreadsheets and scripts: ids as they are, cells that a spreadsheet would run as formulas defused. */
export const renderInventoryCsv: Renderer = ({ inventory }) =>
  stringify(
    inventory.map((row) => COLUMNS.map((column) => cell(row[column]))),
    { header: true, columns: [...COLUMNS], escape_formulas: true },
  );

function cell(value: InventoryRow[(typeof COLUMNS)[number]]): string | number {
  return typeof value === "number" ? value : escapeTerminal(value ?? "");
}
