import { stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Path from the git repository around a folder to the folder: empty, or ending in a slash. */
export async function pathInRepository(folder: string): Promise<string> {
  for (let around = folder; ; around = dirname(around)) {
    const found = await stat(join(around, ".git")).then(Boolean, () => false);
    if (found) return around === folder ? "" : `${relative(around, folder).split(sep).join("/")}/`;
    if (dirname(around) === around) return "";
  }
}
