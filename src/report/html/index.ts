import type { ReportInput } from "../kinds.js";
import { loadAssets } from "./assets.js";
import { showUnseen } from "./escape.js";
import { pageDataOf } from "./page-data-of.js";
import { shell } from "./shell.js";
import { titleOf, verdictWithoutScripts } from "./static-words.js";

/** The report as one file that opens in a browser from disk. */
export async function renderHtml(input: ReportInput): Promise<string> {
  const data = showUnseen(pageDataOf(input));
  return shell(data, { title: titleOf(data), withoutScripts: verdictWithoutScripts(data) }, await loadAssets());
}
